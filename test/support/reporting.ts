import type { ContractTransactionResponse, Signer } from "ethers";
import { ethers } from "hardhat";
import { buildReport } from "../../scripts/performance/buildReport";
import { commitmentOf } from "../../scripts/performance/commitmentOf";
import { hashReport } from "../../scripts/performance/hashReport";
import { packMedians } from "../../scripts/performance/packMedians";
import { readRound, type Round } from "../../scripts/performance/readRound";
import { scoreNodes } from "../../scripts/performance/scoreNodes";
import { signReport } from "../../scripts/performance/signReport";
import type { Entry, SignedReport } from "../../scripts/performance/types";
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
  const round = await readRound({ contracts, epoch });
  const reports = await committeeReports({ contracts, round, entries });
  const earliest = (epoch + 1n) * DAY + HOUR;
  if ((await now()) < earliest) await nextAt(earliest);
  return contracts.oracle.finalize(epoch, round.set, round.configuration, reports, mediansOf(round, reports));
}

/** The medians of these reports as if impossible numbers were no data; zeros if a report cannot be read at all. */
export function mediansOf(round: Round, reports: readonly SignedReport[]): string {
  const { phase, set, configuration, reporters } = round;
  const possible = reports.map((report) => ({ ...report, data: withoutImpossible(report.data) }));
  try {
    return packMedians(scoreNodes({ phase, set, parameters: configuration.score, reporters, reports: possible }));
  } catch {
    return packMedians(set.operators.map(() => ({ medians: undefined })));
  }
}

/** The data with zeros where there are more successes than probes, or latencies without a success. */
function withoutImpossible(data: string): string {
  return data.replace(/(?<=^0x(?:.{16})*)(.{4})(.{4})(.{8})/g, (entry: string, ...hex: string[]) => {
    const [successes, probes, latencySumMs] = hex.slice(0, 3).map((digits) => parseInt(digits, 16));
    const isPossible = successes! <= probes! && (successes !== 0 || latencySumMs === 0);
    return isPossible ? entry : "0".repeat(16);
  });
}
