import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/signers";
import type { ContractTransactionResponse } from "ethers";
import { hashSeatedSet } from "../../scripts/performance/hashSeatedSet";
import { readSet } from "../../scripts/performance/readSet";
import { ONE } from "../../scripts/performance/score";
import type { SeatedSet, Thresholds } from "../../scripts/performance/types";
import type { NodeRegistry } from "../../typechain-types";
import { type NodeContracts, seatedNodes, type TestNode } from "./nodes";
import { DAY, HOUR, now, warpTo } from "./time";

/** Those of the initial configuration. */
export const THRESHOLDS: Thresholds = {
  confinement: percent(80n),
  promotion: percent(90n),
  activeFloor: 11n,
};

/** As the contract numbers them. */
export const Status = { None: 0n, Standby: 1n, Reserved: 2n, Active: 3n, Confined: 4n, Deactivated: 5n } as const;

/** As the contract numbers them. */
export const Reason = { Left: 0n, CallUpMissed: 1n, Unqualified: 2n, Removed: 3n, Equivocation: 4n } as const;

/** A score in hundredths. */
export function percent(value: bigint): bigint {
  return (ONE * value) / 100n;
}

/** The fixture with an account that may hand in scores like the oracle. */
export async function withScorer<Fixture extends NodeContracts>(fixture: Fixture) {
  const { registry, admin, accounts } = fixture;
  const scorer = accounts[9]!;
  await registry.connect(admin).grantRole(await registry.ORACLE_ROLE(), scorer);
  return { ...fixture, scorer };
}

/** {@link seatedNodes}, 15 Active and 6 Reserved, with an account that may score the epoch. */
export async function readyToScore() {
  return withScorer(await seatedNodes());
}

/** {@link readyToScore}, where everybody has a perfect score of one epoch; the clock stands in the first hour after it. */
export async function scoredOnce() {
  const fixture = await readyToScore();
  await applyScores(fixture, { epoch: fixture.epoch });
  return { ...fixture, epoch: fixture.epoch + 1n };
}

interface Scoring {
  epoch: bigint;
  /** By operator. */
  scores?: ReadonlyMap<string, bigint>;
  /** Of all others. */
  rest?: bigint;
  /** Operators whose position does not qualify. */
  unqualified?: readonly string[];
  thresholds?: Thresholds;
}

/** The set of an epoch, and what the oracle would hand to the registry. */
export async function scoringOf(registry: NodeRegistry, options: Scoring) {
  const { epoch, scores = new Map<string, bigint>(), rest = ONE, unqualified = [], thresholds = THRESHOLDS } = options;
  const set = await readSet({ registry }, epoch);
  const list = set.operators.map((operator) => scores.get(operator) ?? rest);
  const bits = set.operators.map((operator, index) => (unqualified.includes(operator) ? 0n : 1n << BigInt(index)));
  const qualified = bits.reduce((sum, bit) => sum | bit, 0n);
  const scoring = {
    setHash: hashSeatedSet(set),
    active: set.active,
    reserved: set.reserved,
    scores: list,
    qualified,
  };
  return { set, args: [epoch, scoring, thresholds] as const };
}

/** Hands in the scores of an epoch, not before the first hour after it, and tells who is paid and who was confined. */
export async function applyScores(
  { registry, scorer }: { registry: NodeRegistry; scorer: HardhatEthersSigner },
  options: Scoring,
): Promise<{ sent: ContractTransactionResponse; set: SeatedSet; paid: string[]; confined: string[] }> {
  const earliest = (options.epoch + 1n) * DAY + HOUR;
  if ((await now()) < earliest) await warpTo(earliest);
  const { set, args } = await scoringOf(registry, options);
  const asScorer = registry.connect(scorer);
  const { paid, confined } = await asScorer.applyScores.staticCall(...args);
  const sent = await asScorer.applyScores(...args);
  return { sent, set, paid: operatorsOf(set, paid), confined: operatorsOf(set, confined) };
}

/** The operators of the set that hold these seats. */
export function operatorsOf(set: SeatedSet, seats: bigint): string[] {
  const held = seatsOf(set);
  return set.operators.filter((_, index) => (seats >> held[index]!) & 1n);
}

/** The seats of a set's nodes, in their order. */
export function seatsOf({ active, reserved }: SeatedSet): bigint[] {
  return [...Array(32).keys()].map(BigInt).filter((seat) => ((active | reserved) >> seat) & 1n);
}

/** The same score for several nodes. */
export function scoresOf(nodes: readonly TestNode[], score: bigint): Map<string, bigint> {
  return new Map(nodes.map(({ operator }) => [operator.address, score]));
}

/** The operators that a transaction's events of this name tell of, in their order. */
export async function operatorsIn(
  registry: NodeRegistry,
  sent: ContractTransactionResponse,
  name: "Confined" | "Promoted" | "Released" | "Spared" | "Deactivated",
): Promise<string[]> {
  const receipt = await sent.wait();
  const address = await registry.getAddress();
  return receipt!.logs
    .filter((log) => log.address === address)
    .map((log) => registry.interface.parseLog(log)!)
    .filter((event) => event.name === name)
    .map((event) => event.args.operator as string);
}

export function addressesOf(nodes: readonly TestNode[]): string[] {
  return nodes.map(({ operator }) => operator.address);
}
