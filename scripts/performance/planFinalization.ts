import { EPOCH, epochStart } from "./epoch";
import { packMedians } from "./packMedians";
import { packReport } from "./packReport";
import { reportsNeeded } from "./quorum";
import { DuplicateReporter, ReportError } from "./ReportError";
import { scoreNodes } from "./scoreNodes";
import { type Configuration, Phase, type SeatedSet, type SignedReport, type SignedReportEnvelope } from "./types";
import { type Expectation, verifyReport } from "./verifyReport";

const HOUR = 3_600n;

/** Seconds after the end of an epoch from which a quorum is enough, if every node has data. */
export const QUORUM_DELAY = 6n * HOUR;

/** Seconds after the end of an epoch from which nodes without data hold nothing up. */
export const DATA_DELAY = 12n * HOUR;

/** A report that was left out. */
export interface DroppedReport {
  envelope: SignedReportEnvelope;
  error: ReportError;
}

/** A node that too few reports have data on, or no more than two thirds of its peers' weight. */
export interface MissingData {
  operator: string;
  given: bigint;
  needed: bigint;
}

/** What can be done about an epoch now. Times in unix seconds. */
export type FinalizationPlan = { dropped: DroppedReport[] } & (
  | {
      kind: "ready";
      /** Of the oracle's `finalize`. */
      args: [epoch: bigint, set: SeatedSet, configuration: Configuration, reports: SignedReport[], medians: string];
    }
  /** With the reports there are: nothing can be done before `from`. */
  | { kind: "tooEarly"; from: bigint; given: bigint; needed: bigint }
  /** More reports are needed, before `until`. */
  | { kind: "quorumMissing"; given: bigint; needed: bigint; until: bigint }
  /** More data is needed; without it, it can be done from `from` on. */
  | { kind: "dataMissing"; nodes: MissingData[]; from: bigint }
  /** Nobody was seated, so there is nothing to score. */
  | { kind: "nobodySeated" }
  /** Since `since` it cannot be finalized any more. */
  | { kind: "missed"; since: bigint }
);

/**
 * Whether an epoch can be finalized now, and with which reports: all valid ones, whatever they say. Of two valid ones of one
 * reporter the first that was received counts; in Phase 2 its commitment has decided before.
 */
export function planFinalization(
  options: Expectation & { now: bigint; envelopes: readonly SignedReportEnvelope[] },
): FinalizationPlan {
  const { now, envelopes, ...expected } = options;
  const { epoch, phase, set, configuration, reporters } = expected;
  const end = epochStart(epoch + 1n);
  const { reports, dropped } = sift({
    envelopes,
    expected: { ...expected, commitments: phase === Phase.Two ? (expected.commitments ?? new Map()) : undefined },
  });
  const all = BigInt(reporters.length);
  const given = BigInt(reports.length);
  const needed = reportsNeeded(all);
  const scores = scoreNodes({ phase, set, parameters: configuration.score, reporters, reports });
  const args: Extract<FinalizationPlan, { kind: "ready" }>["args"] = [
    epoch,
    set,
    configuration,
    reports,
    packMedians(scores),
  ];
  const ready: FinalizationPlan = { kind: "ready", args, dropped };

  if (set.operators.length === 0) return { kind: "nobodySeated", dropped };
  if (now >= end + EPOCH) return { kind: "missed", since: end + EPOCH, dropped };
  if (now < end) return { kind: "tooEarly", from: end, given, needed, dropped };
  if (given === all && all > 0n) return ready;
  if (now < end + QUORUM_DELAY) return { kind: "tooEarly", from: end + QUORUM_DELAY, given, needed, dropped };
  if (given < needed) return { kind: "quorumMissing", given, needed, until: end + EPOCH, dropped };
  if (now >= end + DATA_DELAY) return ready;
  const nodes = scores
    .filter(({ medians, isBare }) => medians === undefined || isBare)
    .map(({ operator, given, needed }) => ({ operator, given, needed }));
  return nodes.length === 0 ? ready : { kind: "dataMissing", nodes, from: end + DATA_DELAY, dropped };
}

/** The valid reports in the order of their indices, and the others with what is wrong with them. */
function sift(options: { envelopes: readonly SignedReportEnvelope[]; expected: Expectation }): {
  reports: SignedReport[];
  dropped: DroppedReport[];
} {
  const { envelopes, expected } = options;
  const taken = new Map<bigint, { digest: string; report: SignedReport }>();
  const dropped: DroppedReport[] = [];
  for (const envelope of envelopes) {
    try {
      const { reporter, digest } = verifyReport({ envelope, expected });
      const first = taken.get(reporter.index);
      if (first) throw new DuplicateReporter({ reporter: reporter.address, digest, firstDigest: first.digest });
      taken.set(reporter.index, { digest, report: packReport({ envelope, reporters: expected.reporters }) });
    } catch (error) {
      if (!(error instanceof ReportError)) throw error;
      dropped.push({ envelope, error });
    }
  }
  const reports = [...taken.values()].map(({ report }) => report).sort((a, b) => (a.index < b.index ? -1 : 1));
  return { reports, dropped };
}
