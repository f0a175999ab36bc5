import type { BaseContract } from "ethers";
import { ethers } from "hardhat";
import { pay } from "../../scripts/performance/pay";
import { ONE } from "../../scripts/performance/score";
import type { PayTerms } from "../../scripts/performance/types";
import {
  type NodeRewards,
  NodeRewards__factory,
  type RewardDistributor,
  TransparentUpgradeableProxy__factory,
} from "../../typechain-types";
import type { OutcomeStruct } from "../../typechain-types/contracts/nodes/NodeRewards";
import { WCT } from "./amounts";
import { epochOf, nodeContracts, stakeFor } from "./nodes";
import { DAY, HOUR, now, warpTo } from "./time";

export const Offence = { Confinement: 0n, Equivocation: 1n } as const;

export const SlashState = { None: 0n, Pending: 1n, Executed: 2n, Vetoed: 3n } as const;

/** How a deployment pays and penalizes unless governance says otherwise. */
export const PAY_TERMS: PayTerms = {
  baseBps: 5_000n,
  reservedBps: 5_000n,
  shareCapBps: 1_000n,
  slashBps: 10n,
  equivocationSlashBps: 100n,
};

/** What an epoch brought one node. */
export interface NodeOutcome {
  operator: string;
  weight: bigint;
  isActive: boolean;
  isPaid: boolean;
  isConfined: boolean;
  score: bigint;
}

/** An Active node of 100,000 WCT weight that is paid for a perfect score. */
export function nodeOutcome(operator: { address: string }, changed: Partial<NodeOutcome> = {}): NodeOutcome {
  return {
    operator: operator.address,
    weight: 100_000n * WCT,
    isActive: true,
    isPaid: true,
    isConfined: false,
    score: ONE,
    ...changed,
  };
}

/** The outcome of an epoch with these nodes in these seats, by default the first ones, as the oracle hands it over. */
export function outcomeOf(nodes: readonly NodeOutcome[], seats = [...nodes.keys()]): OutcomeStruct {
  const bits = (is: (node: NodeOutcome) => boolean) =>
    nodes.reduce((sum, node, index) => sum | (is(node) ? 1n << BigInt(seats[index]!) : 0n), 0n);
  return {
    operators: nodes.map(({ operator }) => operator),
    weights: nodes.map(({ weight }) => weight),
    scores: nodes.map(({ score }) => score),
    active: bits(({ isActive }) => isActive),
    reserved: bits(({ isActive }) => !isActive),
    paid: bits(({ isPaid }) => isPaid),
    confined: bits(({ isConfined }) => isConfined),
  };
}

/** What the nodes earn of `budget`, by the reference. */
export function payOf(budget: bigint, nodes: readonly NodeOutcome[], terms: PayTerms = PAY_TERMS): bigint[] {
  return pay({ budget, terms, nodes });
}

export function sumOf(amounts: readonly bigint[]): bigint {
  return amounts.reduce((sum, amount) => sum + amount, 0n);
}

/**
 * All contracts, with an account in the oracle's place, a funder, and the clock at noon; nobody is seated. `epoch` is the
 * running one, the first that is not settled.
 */
export async function settling() {
  const contracts = await nodeContracts();
  const { nodeRewards, token, deployer, admin, accounts } = contracts;
  const [oracleAccount, funder, stranger, payout] = accounts;
  await nodeRewards.connect(admin).grantRole(await nodeRewards.ORACLE_ROLE(), oracleAccount!);
  await token.connect(deployer).transfer(funder!, 100_000_000n * WCT);
  await token.connect(funder).approve(nodeRewards, 2n ** 256n - 1n);
  const epoch = epochOf(await now()) + 1n;
  await warpTo(epoch * DAY + DAY / 2n);
  await nodeRewards.connect(oracleAccount).settle(epoch - 1n, outcomeOf([]), PAY_TERMS);
  return {
    ...contracts,
    oracleAccount: oracleAccount!,
    asOracle: nodeRewards.connect(oracleAccount),
    funder: funder!,
    asFunder: nodeRewards.connect(funder),
    stranger: stranger!,
    payout: payout!,
    epoch,
  };
}

export type Settling = Awaited<ReturnType<typeof settling>>;

/** {@link settling}, where 1,000 WCT are funded for `epoch` and 50 for the next; the clock stands 1 hour into that one. */
export async function budgeted() {
  const fixture = await settling();
  const { asFunder, epoch } = fixture;
  await asFunder.fund(epoch, 1_000n * WCT);
  await asFunder.fund(epoch + 1n, 50n * WCT);
  await warpTo((epoch + 1n) * DAY + HOUR);
  return { ...fixture, budget: 1_000n * WCT };
}

/** {@link budgeted}, where one node earned 100 WCT that it has not been paid. */
export async function earned() {
  const fixture = await budgeted();
  const node = fixture.operators[0]!;
  await fixture.asOracle.settle(fixture.epoch, outcomeOf([nodeOutcome(node)]), PAY_TERMS);
  return { ...fixture, node, amount: 100n * WCT };
}

/** What the node of {@link slashable} has at stake: 1 % and 0.1 % of it are no whole gwei. */
export const SLASHABLE = 200_000n * WCT + 123_456_789_012n;

/** 0.1 % of {@link SLASHABLE}, rounded down to gwei. */
export const CONFINEMENT_SLASH = 200n * WCT;

/** 1 % of {@link SLASHABLE}, rounded down to gwei. */
export const EQUIVOCATION_SLASH = 2_000n * WCT + 10n ** 9n;

/** {@link settling}, where `node` has a Locked position. */
export async function slashable() {
  const fixture = await settling();
  const node = fixture.operators[0]!;
  await stakeFor(fixture, node, { amount: SLASHABLE });
  return { ...fixture, node };
}

/** {@link slashable}, where a slash of the node for its confinement in `epoch` is pending. */
export async function slashPending() {
  const fixture = await slashable();
  const { asOracle, node, epoch, nodeRewards } = fixture;
  await asOracle.proposeSlash(node, epoch, Offence.Confinement, 10n);
  const { amount, dueAt } = await nodeRewards.slashOf(node, epoch, Offence.Confinement);
  return { ...fixture, amount, dueAt };
}

/** A NodeRewards with the given administrator over a distributor that is not the deployment's. */
export async function nodeRewardsOver(
  distributor: RewardDistributor & BaseContract,
  admin: { address: string },
): Promise<NodeRewards> {
  const [deployer] = await ethers.getSigners();
  const implementation = await (await ethers.getContractFactory("NodeRewards", deployer)).deploy(distributor);
  const data = implementation.interface.encodeFunctionData("initialize", [admin.address]);
  const proxy = await new TransparentUpgradeableProxy__factory(deployer).deploy(implementation, deployer!, data);
  return NodeRewards__factory.connect(await proxy.getAddress(), deployer);
}
