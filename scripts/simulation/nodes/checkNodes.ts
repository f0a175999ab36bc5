import { ZeroAddress } from "ethers";
import type { SimulationContracts } from "../chain/deploySimulation";
import type { SimulationChain } from "../chain/SimulationChain";
import { word } from "../chain/words";
import { expectSame, expectWithin } from "../Deviation";
import type { NodeModel } from "../model/NodeModel";
import type { StakeModel } from "../model/StakeModel";
import type { Treasury } from "../model/Treasury";
import type { WeekOfRecord } from "../WeekOfRecord";
import type { NodePay } from "./NodePay";
import { expectNodes } from "./expectNodes";
import type { NodeStatus } from "./NodeState";
import type { Slashes } from "./Slashes";

const MAX_ACTIVE = 15n;

/** Every node against the model, the seats and the statuses against one another (invariant 9), and the pay against the model and its cover (invariant 10). */
export async function checkNodes(options: {
  chain: SimulationChain;
  contracts: SimulationContracts;
  operators: readonly string[];
  stakes: StakeModel;
  treasury: Treasury;
  model: NodeModel;
  pay: NodePay;
  slashes: Slashes;
}): Promise<WeekOfRecord["nodes"]> {
  const { chain, contracts, operators, stakes, slashes } = options;
  const { NodeRegistry: registry } = contracts;
  const nodes = await expectNodes(options);
  const ask = async (name: string) => {
    const data = await chain.read({ to: registry.address, data: registry.interface.encodeFunctionData(name) });
    return registry.interface.decodeFunctionResult(name, data);
  };
  const withStatus = (status: NodeStatus) => nodes.filter((node) => node.status === status).length;
  const [active, reserved, confined, calledUp] = (await ask("counts")) as unknown as bigint[];
  expectSame("the count of Active nodes", BigInt(withStatus("Active")), active);
  expectSame("the count of Reserved nodes", BigInt(withStatus("Reserved")), reserved);
  expectSame("the count of Confined nodes", BigInt(withStatus("Confined")), confined);
  expectSame("the count of called-up nodes", BigInt(nodes.filter(({ confirmBy }) => confirmBy !== 0).length), calledUp);
  expectWithin("the count of Active nodes, by invariant 9", { least: 0n, most: MAX_ACTIVE }, active!);
  const [holders] = (await ask("seatHolders")) as unknown as [string[]];
  const seated = new Set(holders.filter((holder) => holder !== ZeroAddress).map((holder) => holder.toLowerCase()));
  expectSame("the count of seats taken", active! + reserved! + confined! + calledUp!, BigInt(seated.size));
  for (const [account, operator] of operators.entries()) {
    const node = nodes[account]!;
    const needsSeat = node.isSeated || node.status === "Confined" || node.confirmBy !== 0;
    expectSame("whether a seat is held", needsSeat, seated.has(operator.toLowerCase()), operator);
    expectSame("what is held back for slashes", slashes.pendingOf(account), stakes.of(account).held, operator);
  }
  await checkPay(options);
  return {
    active: withStatus("Active"),
    reserved: withStatus("Reserved"),
    confined: withStatus("Confined"),
    standby: withStatus("Standby"),
    deactivated: withStatus("Deactivated"),
  };
}

async function checkPay(options: Parameters<typeof checkNodes>[0]): Promise<void> {
  const { chain, contracts, operators, treasury, pay } = options;
  const { address: to, interface: coder } = contracts.NodeRewards;
  const owedTo = coder.getFunction("owedTo")!.selector;
  const [funded, paid, ...owed] = (await chain.readWords([
    { to, data: coder.encodeFunctionData("totalFunded") },
    { to, data: coder.encodeFunctionData("totalPaid") },
    ...operators.map((operator) => ({ to, data: owedTo + word(operator) })),
  ])) as [bigint, bigint, ...bigint[]];
  expectSame("what was funded for nodes", pay.totalFunded, funded);
  expectSame("what was paid to nodes", pay.totalPaid, paid);
  for (const [index, operator] of operators.entries()) {
    expectSame("what the node has earned", pay.owedTo(operator), owed[index], operator);
  }
  expectSame("what nodes are covered for", treasury.balanceOf("nodes"), funded - paid);
  expectSame("what nodes are owed and will share", pay.totalOwed() + pay.carried + pay.unsettled(), funded - paid);
}
