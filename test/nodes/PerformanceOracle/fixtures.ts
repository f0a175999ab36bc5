import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/signers";
import { concat, type ContractTransactionResponse, keccak256, type Signer, toBeHex, ZeroAddress } from "ethers";
import { ethers } from "hardhat";
import { readConfiguration } from "../../../scripts/performance/readConfiguration";
import { buildReport } from "../../../scripts/performance/buildReport";
import { commitmentOf } from "../../../scripts/performance/commitmentOf";
import { hashConfiguration } from "../../../scripts/performance/hashConfiguration";
import { hashReport } from "../../../scripts/performance/hashReport";
import { hashSeatedSet } from "../../../scripts/performance/hashSeatedSet";
import { scoreNodes } from "../../../scripts/performance/scoreNodes";
import { signReport } from "../../../scripts/performance/signReport";
import type {
  Configuration,
  Domain,
  Entry,
  Measurement,
  Report,
  SignedReport,
  SignedReportEnvelope,
} from "../../../scripts/performance/types";
import type { Expectation } from "../../../scripts/performance/verifyReport";
import { WCT } from "../../support/amounts";
import {
  epochOf,
  extraOperator,
  nodeContracts,
  type NodeContracts,
  nodeFor,
  register,
  seat,
  seatedNodes,
  stakeFor,
  type TestNode,
} from "../../support/nodes";
import { readRound, type Round } from "../../../scripts/performance/readRound";
import { committedReports, mediansOf, PERFECT } from "../../support/reporting";
import { DAY, HOUR, nextAt, now } from "../../support/time";

/** Statuses as the registry numbers them. */
export const Status = { None: 0n, Standby: 1n, Reserved: 2n, Active: 3n, Confined: 4n, Deactivated: 5n };

/** Reasons and offences likewise. */
export const REASON_UNQUALIFIED = 2n;
export const REASON_EQUIVOCATION = 4n;
export const CONFINEMENT = 0n;
export const EQUIVOCATION = 1n;

/** 52 weeks of it weigh a whole number of wei. */
export const UNIT = 209_000n * WCT;

/** Seated nodes at noon of `epoch`, which opened with all of them. */
export type Seated = NodeContracts & { nodes: TestNode[]; epoch: bigint };

/** Five Active nodes of different stakes, and the committee of seven. */
export function fiveNodes(): Promise<Seated> {
  return seatedNodes({ count: 5 });
}

/** All seats filled, 15 Active and 6 Reserved, and the committee of seven. */
export function allNodes(): Promise<Seated> {
  return seatedNodes();
}

/** Five nodes of the same stake that measure each other. */
export async function fivePeers(): Promise<Seated> {
  return inPhaseTwo(await seatedNodes({ count: 5, step: 0n }));
}

/** A single node, in Phase 2. */
export async function onePeer(): Promise<Seated> {
  return inPhaseTwo(await seatedNodes({ count: 1 }));
}

/** 21 nodes of the same stake that measure each other. */
export async function allPeers(): Promise<Seated> {
  return inPhaseTwo(await seatedNodes({ step: 0n }));
}

/** 21 nodes that measure each other; the first has 60 % of all stake, the others have 2 % each. */
export async function oneHeavyPeer(): Promise<Seated> {
  return inPhaseTwo(await seatedWith([30n * UNIT, ...Array<bigint>(20).fill(UNIT)]));
}

/** 21 nodes that measure each other; the first six have 15 % of all stake each, the others less than 1 %. */
export async function sixHeavyPeers(): Promise<Seated> {
  return inPhaseTwo(await seatedWith([...Array<bigint>(6).fill(30n * UNIT), ...Array<bigint>(15).fill(UNIT)]));
}

/** Seated nodes with these stakes, at noon of the day after. */
async function seatedWith(amounts: bigint[]): Promise<Seated> {
  const contracts = await nodeContracts();
  const nodes = contracts.operators.slice(0, amounts.length).map(nodeFor);
  for (const [index, node] of nodes.entries()) {
    await stakeFor(contracts, node.operator, { amount: amounts[index]! });
    await register(contracts, node);
  }
  await seat(contracts, nodes);
  return atNextNoon({ ...contracts, nodes, epoch: epochOf(await now()) });
}

/** The same at noon of the next day. */
export async function atNextNoon<Fixture extends Seated>(fixture: Fixture): Promise<Fixture> {
  const epoch = fixture.epoch + 1n;
  await nextAt(epoch * DAY + DAY / 2n);
  await fixture.registry.update();
  return { ...fixture, epoch };
}

/** The same at noon of the first day of Phase 2. */
export async function inPhaseTwo<Fixture extends Seated>(fixture: Fixture): Promise<Fixture> {
  await fixture.registry.connect(fixture.admin).setPhase(1n);
  return atNextNoon(fixture);
}

/** The same at noon of the first day on which the changed configuration is in force. */
export async function reconfigured<Fixture extends Seated>(
  fixture: Fixture,
  change: Partial<Configuration>,
): Promise<Fixture> {
  const { oracle, admin, epoch } = fixture;
  await oracle.connect(admin).setConfiguration({ ...(await configurationOf(fixture, epoch)), ...change });
  return atNextNoon(fixture);
}

/** The configuration in force in `epoch` as a plain object. */
export async function configurationOf({ oracle }: Pick<Seated, "oracle">, epoch: bigint): Promise<Configuration> {
  return readConfiguration({ oracle, epoch });
}

/** A configuration as events tell it. */
export function valuesOf({ score, thresholds, pay, committee }: Configuration): unknown[] {
  const { uptimeWeight, latencyWeight, goodLatencyMs, badLatencyMs } = score;
  const { confinement, promotion, activeFloor } = thresholds;
  const { baseBps, reservedBps, shareCapBps, slashBps, equivocationSlashBps } = pay;
  return [
    [uptimeWeight, latencyWeight, goodLatencyMs, badLatencyMs],
    [confinement, promotion, activeFloor],
    [baseBps, reservedBps, shareCapBps, slashBps, equivocationSlashBps],
    committee.map(({ reporter, operator }) => [reporter, operator]),
  ];
}

/** A committee of the first so many members; those given belong to an operator. */
export function committeeOf(
  { committee }: NodeContracts,
  size: number,
  operators: ReadonlyMap<number, string> = new Map(),
): Configuration["committee"] {
  return committee
    .slice(0, size)
    .map(({ address }, index) => ({ reporter: address, operator: operators.get(index) ?? ZeroAddress }));
}

/** When `epoch` ends. */
export function endOf(epoch: bigint): bigint {
  return (epoch + 1n) * DAY;
}

/** The domain that reports are signed for. */
export async function domainOf({ oracle }: Pick<Seated, "oracle">): Promise<Domain> {
  const { chainId } = await ethers.provider.getNetwork();
  return { chainId, contract: await oracle.getAddress() };
}

/** What reports of the round have to be for. */
export async function expectationOf(
  contracts: Seated,
  round: Round,
  commitments?: ReadonlyMap<string, string>,
): Promise<Expectation> {
  return { domain: await domainOf(contracts), ...round, commitments };
}

/** Who signs for the reporter of this index. */
export function signerOf(contracts: Seated, round: Round, index: number): Signer {
  const { address } = round.reporters[index]!;
  const member = contracts.committee.find((candidate) => candidate.address === address);
  return member ?? contracts.nodes.find(({ operator }) => operator.address === address)!.key;
}

/** A report as it is exchanged; right in all things but those given. */
export async function envelopeOf(options: {
  contracts: Seated;
  round: Round;
  index: number;
  signer?: Signer;
  entries?: ReadonlyMap<string, Entry>;
  rest?: Entry;
  /** Instead of the entries. */
  data?: string;
  /** What else it says. */
  report?: Partial<Report>;
  domain?: Partial<Domain>;
}): Promise<SignedReportEnvelope> {
  const { contracts, round, index, entries = new Map<string, Entry>(), rest = PERFECT } = options;
  const signer = options.signer ?? signerOf(contracts, round, index);
  const measurements = new Map(round.set.operators.map((operator) => [operator, entries.get(operator) ?? rest]));
  const built = buildReport({ ...round, reporter: round.reporters[index]!, measurements });
  const data = options.data ?? built.data;
  const report = { ...built.report, dataHash: keccak256(data), ...options.report };
  const domain = { ...(await domainOf(contracts)), ...options.domain };
  return signReport({ signer, domain, report, data });
}

/** An envelope as the oracle takes it. */
export function handedIn({ data, signature }: SignedReportEnvelope, index: number): SignedReport {
  return { index: BigInt(index), data, signature };
}

/** What the oracle has digested if the report is right in all things but its data. */
export async function digestExpected(options: {
  contracts: Seated;
  round: Round;
  index: number;
  data: string;
}): Promise<string> {
  const { contracts, round, index, data } = options;
  const report = {
    epoch: round.epoch,
    phase: round.phase,
    reporter: round.reporters[index]!.address,
    setHash: hashSeatedSet(round.set),
    configurationHash: hashConfiguration(round.configuration),
    dataHash: keccak256(data),
  };
  return hashReport({ domain: await domainOf(contracts), report });
}

/** The data of these numbers, possible or not. */
export function dataOf(measurements: readonly Measurement[]): string {
  return concat(
    measurements.flatMap(({ successes, probes, latencySumMs }) => [
      toBeHex(successes, 2),
      toBeHex(probes, 2),
      toBeHex(latencySumMs, 4),
    ]),
  );
}

/** Hands in what there is of an epoch. */
export function finalize(
  contracts: Pick<Seated, "oracle">,
  round: Round,
  reports: readonly SignedReport[],
  medians = mediansOf(round, reports),
): Promise<ContractTransactionResponse> {
  return contracts.oracle.finalize(round.epoch, round.set, round.configuration, [...reports], medians);
}

/** The scores that the helpers compute of these reports, in the order of the set. */
export function expectedScores(round: Round, reports: readonly SignedReport[]): bigint[] {
  const parameters = round.configuration.score;
  return scoreNodes({ ...round, parameters, reports }).map(({ score }) => score);
}

/** One bit per report, by its index. */
export function bitsOf(reports: readonly SignedReport[]): bigint {
  return reports.reduce((bits, { index }) => bits | (1n << index), 0n);
}

/** The scores in the order of the set that the oracle told of `epoch`. */
export async function scoresOf({ oracle }: Pick<Seated, "oracle">, epoch: bigint): Promise<bigint[]> {
  const [event] = await oracle.queryFilter(oracle.filters.EpochFinalized(epoch));
  return [...event!.args.scores];
}

/** What each node of `nodes` says of others, in Phase 2; the others say {@link PERFECT}. Committed. */
export async function peerReports(
  contracts: Seated,
  options: { round?: Round; lies?: { liars: readonly TestNode[]; victim: TestNode; entry: Entry }; indices?: number[] },
): Promise<{ round: Round; reports: SignedReport[] }> {
  const { lies, indices } = options;
  const round = options.round ?? (await readRound({ contracts, epoch: contracts.epoch }));
  const reports = await committedReports({
    contracts,
    round,
    nodes: contracts.nodes,
    indices,
    entriesOf: (index) => {
      const isLiar = lies?.liars.some(({ operator }) => operator.address === round.reporters[index]!.address);
      return lies && isLiar ? new Map([[lies.victim.operator.address, lies.entry]]) : new Map<string, Entry>();
    },
  });
  return { round, reports };
}

/** Commits the node of `operator` to the report of an envelope. */
export async function commitTo(
  contracts: Pick<Seated, "oracle">,
  operator: HardhatEthersSigner,
  { domain, report, signature }: SignedReportEnvelope,
): Promise<ContractTransactionResponse> {
  const digest = hashReport({ domain, report });
  return contracts.oracle.connect(operator).commit(operator, commitmentOf({ digest, signature }));
}

/** One more operator whose node is registered and stands by. */
export async function standby(contracts: NodeContracts, index = 0): Promise<TestNode> {
  const node = nodeFor(await extraOperator(index));
  await stakeFor(contracts, node.operator);
  await register(contracts, node);
  return node;
}

/** In the first hour after the end of the epoch. */
export async function afterEnd(epoch: bigint): Promise<void> {
  await nextAt(endOf(epoch) + HOUR);
}
