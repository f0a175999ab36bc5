import { setBalance } from "@nomicfoundation/hardhat-network-helpers";
import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/signers";
import { type HDNodeWallet, id, parseEther, Wallet } from "ethers";
import { deployments, ethers } from "hardhat";
import { keepers, operatorAccounts } from "../../scripts/local/localAccounts";
import { signKeyOwnership } from "../../scripts/performance/signKeyOwnership";
import {
  NodeIdentities__factory,
  NodeRegistry__factory,
  NodeRewards__factory,
  PerformanceOracle__factory,
} from "../../typechain-types";
import { WCT } from "./amounts";
import { deployed } from "./deployed";
import { DAY, HOUR, nextAt, now } from "./time";

/** What an operator stakes unless a test says otherwise. */
export const NODE_STAKE = 200_000n * WCT;

/** A node with what its operator needs: the account that holds the position, and the key that signs its reports. */
export interface TestNode {
  operator: HardhatEthersSigner;
  key: Wallet | HDNodeWallet;
  endpoint: string;
}

/** The performance epoch that `timestamp` lies in. */
export function epochOf(timestamp: bigint): bigint {
  return timestamp / DAY;
}

/** All contracts as deployed, those of the nodes, their keepers, and 25 accounts that can operate nodes. */
export async function nodeContracts() {
  const fixture = await deployed();
  const { deployer } = fixture;
  const signers = await ethers.getSigners();
  const addressOf = async (name: string) => (await deployments.get(name)).address;
  return {
    ...fixture,
    identities: NodeIdentities__factory.connect(await addressOf("NodeIdentities"), deployer),
    registry: NodeRegistry__factory.connect(await addressOf("NodeRegistry"), deployer),
    nodeRewards: NodeRewards__factory.connect(await addressOf("NodeRewards"), deployer),
    oracle: PerformanceOracle__factory.connect(await addressOf("PerformanceOracle"), deployer),
    registrar: signers[keepers.registrar]!,
    guardian: signers[keepers.guardian]!,
    certifier: signers[keepers.certifier]!,
    committee: keepers.committee.map((account) => signers[account]!),
    operators: operatorAccounts.map((account) => signers[account]!),
  };
}

export type NodeContracts = Awaited<ReturnType<typeof nodeContracts>>;

/** A node of `operator` with a key and an endpoint of its own, nowhere registered. */
export function nodeFor(operator: HardhatEthersSigner): TestNode {
  const key = new Wallet(id(`key of ${operator.address}`));
  return { operator, key, endpoint: `https://${operator.address.toLowerCase()}.example:8080` };
}

/** Another account with ether; for more operators than the local chain has accounts. */
export async function extraOperator(index: number): Promise<HardhatEthersSigner> {
  const { address } = new Wallet(id(`operator ${index}`));
  await setBalance(address, parseEther("100"));
  return ethers.getImpersonatedSigner(address);
}

/** Gives `operator` tokens and a position. */
export async function stakeFor(
  { token, stakeWeight, deployer }: NodeContracts,
  operator: HardhatEthersSigner,
  { amount = NODE_STAKE, presetWeeks = 52n }: { amount?: bigint; presetWeeks?: bigint } = {},
): Promise<void> {
  await token.connect(deployer).transfer(operator, amount);
  await token.connect(operator).approve(stakeWeight, amount);
  await stakeWeight.connect(operator).stake(amount, presetWeeks);
}

/** The signature by which a node's key proves that it belongs to its operator. */
export async function ownershipOf(
  { identities }: Pick<NodeContracts, "identities">,
  { operator, key }: Pick<TestNode, "operator" | "key">,
): Promise<string> {
  const { chainId } = await ethers.provider.getNetwork();
  const domain = { chainId, contract: await identities.getAddress() };
  return signKeyOwnership({ key, domain, operator: operator.address });
}

/** Registers a node that has its position; the registrar allows it first. */
export async function register(contracts: NodeContracts, node: TestNode): Promise<void> {
  const { registry, registrar } = contracts;
  await registry.connect(registrar).setAllowed(node.operator, true);
  await registry.connect(node.operator).register(node.key, node.endpoint, await ownershipOf(contracts, node));
}

/** Calls up nodes that stand by, and lets them confirm one hour later. */
export async function seat({ registry }: NodeContracts, nodes: TestNode[]): Promise<void> {
  for (const { operator } of nodes) await registry.callUp(operator, ethers.ZeroAddress);
  await nextAt((await now()) + HOUR);
  for (const { operator } of nodes) await registry.connect(operator).confirm();
}

/**
 * `count` nodes seated, the first with the most stake: the first 15 are Active, the others Reserved. The clock stands at noon
 * of a day after the last confirmation, so the running epoch opened with all of them.
 */
export async function seatedNodes({ count = 21, step = WCT }: { count?: number; step?: bigint } = {}) {
  const contracts = await nodeContracts();
  const nodes = contracts.operators.slice(0, count).map(nodeFor);
  for (const [index, node] of nodes.entries()) {
    await stakeFor(contracts, node.operator, { amount: NODE_STAKE + BigInt(count - index) * step });
    await register(contracts, node);
  }
  await seat(contracts, nodes);
  const noon = (epochOf(await now()) + 1n) * DAY + DAY / 2n;
  await nextAt(noon);
  await contracts.registry.update();
  return { ...contracts, nodes, epoch: epochOf(noon) };
}
