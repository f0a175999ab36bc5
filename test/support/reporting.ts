import type { ContractTransactionResponse, Signer } from "ethers";
import { ethers } from "hardhat";
import { buildReport } from "../../scripts/performance/buildReport";
import { commitmentOf } from "../../scripts/performance/commitmentOf";
import { hashReport } from "../../scripts/performance/hashReport";
import { listReporters } from "../../scripts/performance/listReporters";
import { signReport } from "../../scripts/performance/signReport";
import {
  type Configuration,
  type Entry,
  Phase,
  type Reporter,
  type SeatedSet,
  type SignedReport,
} from "../../scripts/performance/types";
import type { NodeContracts, TestNode } from "./nodes";
import { DAY, HOUR, nextAt, now } from "./time";

/** Of 1,440 probes one a minute. */
export const PROBES = 1_440n;

/** Measured without a failure at 200 ms: a perfect score. */
export const PERFECT: Entry = { successes: PROBES, probes: PROBES, latencySumMs: PROBES * 200n };

/** Never reached: score 0. */
export const DOWN: Entry = { successes: 0n, probes: PROBES, latencySumMs: 0n };

/** `successes` of 1,440 at an average of `latencyMs`. */
export function measured(successes: bigint, latencyMs = 200n): Entry {
  return { successes, probes: PROBES, latencySumMs: successes * latencyMs };
}

/** A perfect latency with a score of `percent` %, to the nearest probe above. */
export function scoring(percent: bigint): Entry {
  return measured((PROBES * percent + 99n) / 100n);
}

/** What the reporters of an epoch have to know. Read at any time from its opening until it is over for a day. */
export interface Round {
  epoch: bigint;
  phase: Phase;
  set: SeatedSet;
  configuration: Configuration;
  reporters: Reporter[];
}

/** The set, the configuration and the reporters of `epoch`. The set is told by its event. */
export async function readRound({ registry, oracle, identities }: NodeContracts, epoch: bigint): Promise<Round> {
  const phase = (await registry.phaseAt(epoch)) === 0n ? Phase.One : Phase.Two;
  const set = await readSet({ registry }, epoch);
  const configuration = plainConfiguration(await oracle.configurationAt(epoch));
  if (phase === Phase.One) {
    return { epoch, phase, set, configuration, reporters: listReporters({ phase, configuration }) };
  }
  const keys = await identities.keysAt(set.operators, epoch);
  const { weights } = await registry.stakesOf(set.operators, epoch * DAY);
  const reporters = listReporters({ phase: Phase.Two, set, keys, weights });
  return { epoch, phase, set, configuration, reporters };
}

/** The set seated at the opening of `epoch`. */
export async function readSet({ registry }: Pick<NodeContracts, "registry">, epoch: bigint): Promise<SeatedSet> {
  const setHash = await registry.setHashAt(epoch);
  const [event] = await registry.queryFilter(registry.filters.SeatedSetRecorded(setHash));
  const { active, reserved, operators } = event?.args.set ?? (await registry.seatedSet());
  return { active, reserved, operators: [...operators] };
}

/** A result of the oracle as the plain objects that the helpers take. */
export function plainConfiguration(
  result: Awaited<ReturnType<NodeContracts["oracle"]["configurationAt"]>>,
): Configuration {
  const { score, thresholds, pay, committee } = result;
  return {
    score: {
      uptimeWeight: score.uptimeWeight,
      latencyWeight: score.latencyWeight,
      goodLatencyMs: score.goodLatencyMs,
      badLatencyMs: score.badLatencyMs,
    },
    thresholds: {
      confinement: thresholds.confinement,
      promotion: thresholds.promotion,
      activeFloor: thresholds.activeFloor,
    },
    pay: {
      baseBps: pay.baseBps,
      reservedBps: pay.reservedBps,
      shareCapBps: pay.shareCapBps,
      slashBps: pay.slashBps,
      equivocationSlashBps: pay.equivocationSlashBps,
    },
    committee: committee.map(({ reporter, operator }) => ({ reporter, operator })),
  };
}

/** Signs what one reporter says; nodes that it says nothing of are {@link PERFECT} unless `rest` is something else. */
export async function reportOf(options: {
  contracts: Pick<NodeContracts, "oracle">;
  round: Round;
  index: number;
  signer: Signer;
  entries?: ReadonlyMap<string, Entry>;
  rest?: Entry;
}): Promise<{ signed: SignedReport; digest: string }> {
  const { contracts, round, index, signer, entries = new Map<string, Entry>(), rest = PERFECT } = options;
  const reporter = round.reporters[index]!;
  const measurements = new Map(round.set.operators.map((operator) => [operator, entries.get(operator) ?? rest]));
  const { report, data } = buildReport({ ...round, reporter, measurements });
  const { chainId } = await ethers.provider.getNetwork();
  const domain = { chainId, contract: await contracts.oracle.getAddress() };
  const { signature } = await signReport({ signer, domain, report, data });
  return { signed: { index: BigInt(index), data, signature }, digest: hashReport({ domain, report }) };
}

/** In Phase 1: the same measurements signed by all of the committee, or by the members of `indices`. */
export async function committeeReports(options: {
  contracts: NodeContracts;
  round: Round;
  entries?: ReadonlyMap<string, Entry>;
  indices?: number[];
  rest?: Entry;
}): Promise<SignedReport[]> {
  const { contracts, round } = options;
  const { indices = round.reporters.map((_, index) => index) } = options;
  const reports: SignedReport[] = [];
  for (const index of indices) {
    const address = round.reporters[index]!.address;
    const signer = contracts.committee.find((member) => member.address === address)!;
    reports.push((await reportOf({ ...options, index, signer })).signed);
  }
  return reports;
}

/** In Phase 2: signs and commits the reports of the nodes of `indices`, all by default. Before the end of the epoch. */
export async function committedReports(options: {
  contracts: NodeContracts;
  round: Round;
  nodes: TestNode[];
  /** What the node of an index says. */
  entriesOf?: (index: number) => ReadonlyMap<string, Entry>;
  indices?: number[];
}): Promise<SignedReport[]> {
  const { contracts, round, nodes, entriesOf } = options;
  const { indices = round.reporters.map((_, index) => index) } = options;
  const reports: SignedReport[] = [];
  for (const index of indices) {
    const node = nodes.find(({ operator }) => operator.address === round.reporters[index]!.address)!;
    const { signed, digest } = await reportOf({
      contracts,
      round,
      index,
      signer: node.key,
      entries: entriesOf?.(index),
    });
    await contracts.oracle
      .connect(node.operator)
      .commit(node.operator, commitmentOf({ digest, signature: signed.signature }));
    reports.push(signed);
  }
  return reports;
}

/** Finalizes `epoch`, with everybody's reports, in the first hour after its end, in Phase 1. */
export async function finalizeEpoch(
  contracts: NodeContracts,
  { epoch, entries }: { epoch: bigint; entries?: ReadonlyMap<string, Entry> },
): Promise<ContractTransactionResponse> {
  const round = await readRound(contracts, epoch);
  const reports = await committeeReports({ contracts, round, entries });
  const earliest = (epoch + 1n) * DAY + HOUR;
  if ((await now()) < earliest) await nextAt(earliest);
  return contracts.oracle.finalize(epoch, round.set, round.configuration, reports);
}
