import { NO_ANSWER, ONE } from "../../scripts/performance/score";
import type { Measurement, ScoreParameters } from "../../scripts/performance/types";

export interface ScoreCase {
  title: string;
  parameters: ScoreParameters;
  measurement: Measurement;
  /** Where it is known by other means than this code. */
  score?: bigint;
  latencyMs?: bigint;
}

const usual: ScoreParameters = { uptimeWeight: ONE, latencyWeight: ONE, goodLatencyMs: 250n, badLatencyMs: 2_000n };

const tenth = ONE / 10n;

function measured(successes: bigint, probes: bigint, latencySumMs: bigint): Measurement {
  return { successes, probes, latencySumMs };
}

/** Every successful probe took `latencyMs`. */
function steady(successes: bigint, probes: bigint, latencyMs: bigint): Measurement {
  return measured(successes, probes, successes * latencyMs);
}

/** The table of the design. */
const table: ScoreCase[] = (
  [
    [1_438n, 1_440n, 250n, 998_611_111_111_111_111n],
    [1_433n, 1_440n, 400n, 909_841_269_841_269_839n],
    [1_426n, 1_440n, 585n, 800_710_317_460_317_459n],
    [1_426n, 1_440n, 600n, 792_222_222_222_222_221n],
    [1_152n, 1_440n, 250n, 800_000_000_000_000_000n],
    [1_151n, 1_440n, 250n, 799_305_555_555_555_555n],
    [1_440n, 1_440n, 600n, 800_000_000_000_000_000n],
    [1_440n, 1_440n, 601n, 799_428_571_428_571_428n],
    [1_440n, 1_440n, 2_000n, 0n],
  ] as const
).map(([successes, probes, latencyMs, score]) => ({
  title: `${String(successes)}/${String(probes)} at ${String(latencyMs)} ms`,
  parameters: usual,
  measurement: steady(successes, probes, latencyMs),
  score,
  latencyMs,
}));

/** Around where the latency begins to count and where it ends to. */
const latencies: ScoreCase[] = (
  [
    [0n, ONE],
    [1n, ONE],
    [249n, ONE],
    [250n, ONE],
    [251n, undefined],
    [1_000n, undefined],
    [1_125n, ONE / 2n],
    [1_999n, ONE / 1_750n],
    [2_000n, 0n],
    [2_001n, 0n],
    [65_535n, 0n],
  ] as const
).map(([latencyMs, score]) => ({
  title: `every probe at ${String(latencyMs)} ms`,
  parameters: usual,
  measurement: steady(1_440n, 1_440n, latencyMs),
  latencyMs,
  ...(score === undefined ? {} : { score }),
}));

/** Averages that are no whole numbers count as the next one. */
const averages: ScoreCase[] = (
  [
    [measured(3n, 3n, 751n), 251n],
    [measured(3n, 3n, 750n), 250n],
    [measured(3n, 3n, 749n), 250n],
    [measured(7n, 1_440n, 1n), 1n],
    [measured(65_535n, 65_535n, 1n), 1n],
    [measured(65_535n, 65_535n, 2n ** 32n - 1n), 65_537n],
    [measured(1n, 1n, 2n ** 32n - 1n), NO_ANSWER],
    [measured(1n, 65_535n, 2n ** 32n - 2n), NO_ANSWER - 1n],
  ] as const
).map(([measurement, latencyMs]) => ({
  title: `${String(measurement.latencySumMs)} ms over ${String(measurement.successes)} probes`,
  parameters: usual,
  measurement,
  latencyMs,
}));

const uptimes: ScoreCase[] = (
  [
    [1n, 1n, ONE],
    [0n, 1n, 0n],
    [0n, 1_440n, 0n],
    [0n, 65_535n, 0n],
    [1n, 2n, ONE / 2n],
    [1n, 3n, 333_333_333_333_333_333n],
    [2n, 3n, 666_666_666_666_666_666n],
    [1n, 65_535n, ONE / 65_535n],
    [65_534n, 65_535n, (ONE * 65_534n) / 65_535n],
    [65_535n, 65_535n, ONE],
  ] as const
).map(([successes, probes, score]) => ({
  title: `${String(successes)} of ${String(probes)} probes`,
  parameters: usual,
  measurement: steady(successes, probes, 100n),
  score,
  latencyMs: successes === 0n ? NO_ANSWER : 100n,
}));

const weights: ScoreCase[] = (
  [
    ["both weights halved", { uptimeWeight: ONE / 2n, latencyWeight: ONE / 2n }, steady(10n, 10n, 100n), ONE / 4n],
    ["uptime doubled up to 1", { uptimeWeight: 2n * ONE }, steady(5n, 10n, 100n), ONE],
    ["uptime doubled beyond 1", { uptimeWeight: 2n * ONE }, steady(9n, 10n, 100n), ONE],
    ["uptime doubled below 1", { uptimeWeight: 2n * ONE }, steady(4n, 10n, 100n), 8n * tenth],
    ["latency doubled up to 1", { latencyWeight: 2n * ONE }, steady(10n, 10n, 1_125n), ONE],
    ["latency doubled beyond 1", { latencyWeight: 2n * ONE }, steady(10n, 10n, 600n), ONE],
    ["latency doubled below 1", { latencyWeight: 2n * ONE }, steady(10n, 10n, 1_300n), 8n * tenth],
    ["both doubled", { uptimeWeight: 2n * ONE, latencyWeight: 2n * ONE }, steady(3n, 10n, 1_475n), 36n * (ONE / 100n)],
    ["the smallest uptime weight", { uptimeWeight: 1n }, steady(10n, 10n, 100n), 1n],
    ["the smallest uptime weight, not all up", { uptimeWeight: 1n }, steady(9n, 10n, 100n), 0n],
    ["the smallest latency weight", { latencyWeight: 1n }, steady(10n, 10n, 100n), 1n],
    ["the smallest weights", { uptimeWeight: 1n, latencyWeight: 1n }, steady(10n, 10n, 100n), 0n],
    ["one wei below 1", { uptimeWeight: ONE - 1n, latencyWeight: ONE - 1n }, steady(10n, 10n, 100n), ONE - 2n],
    ["one wei above 1", { uptimeWeight: ONE + 1n, latencyWeight: ONE + 1n }, steady(10n, 10n, 100n), ONE],
    ["doubled, nothing up", { uptimeWeight: 2n * ONE, latencyWeight: 2n * ONE }, measured(0n, 10n, 0n), 0n],
    ["odd weights", { uptimeWeight: 1_234_567_890_123_456_789n, latencyWeight: 987_654_321n }, steady(7n, 9n, 777n)],
    [
      "odd weights near 1",
      { uptimeWeight: 10n ** 18n + 7n, latencyWeight: 10n ** 18n - 13n },
      steady(1_431n, 1_440n, 433n),
    ],
    [
      "prime weights",
      { uptimeWeight: 999_999_999_999_999_989n, latencyWeight: 1_999_999_999_999_999_943n },
      steady(1_000n, 1_439n, 1_553n),
    ],
    [
      "the greatest weights that fit",
      { uptimeWeight: 2n ** 64n - 1n, latencyWeight: 2n ** 64n - 1n },
      steady(1n, 65_535n, 1_999n),
    ],
    ["a third of each", { uptimeWeight: ONE / 3n, latencyWeight: ONE / 3n }, steady(1n, 3n, 251n)],
  ] as const
).map(([title, changed, measurement, score]) => ({
  title,
  parameters: { ...usual, ...changed },
  measurement,
  ...(score === undefined ? {} : { score }),
}));

const limits: ScoreCase[] = (
  [
    ["good = bad − 1, at good", 999n, 1_000n, 999n, ONE],
    ["good = bad − 1, at bad", 999n, 1_000n, 1_000n, 0n],
    ["good = 0, bad = 1, at 0", 0n, 1n, 0n, ONE],
    ["good = 0, bad = 1, at 1", 0n, 1n, 1n, 0n],
    ["good = 0, in the middle", 0n, 1_000n, 500n, ONE / 2n],
    ["a range of 3 ms, 1 ms in", 0n, 3n, 1n, 666_666_666_666_666_666n],
    ["a range of 3 ms, 2 ms in", 0n, 3n, 2n, 333_333_333_333_333_333n],
    ["a range of 7 ms", 1n, 8n, 5n, 428_571_428_571_428_571n],
    ["the greatest range, at 0", 0n, 2n ** 32n - 1n, 0n, ONE],
    ["the greatest range, at 65,535 ms", 0n, 2n ** 32n - 1n, 65_535n, undefined],
    ["the greatest limits", 2n ** 32n - 2n, 2n ** 32n - 1n, 65_535n, ONE],
  ] as const
).map(([title, goodLatencyMs, badLatencyMs, latencyMs, score]) => ({
  title,
  parameters: { ...usual, goodLatencyMs, badLatencyMs },
  measurement: steady(1_000n, 1_000n, latencyMs),
  latencyMs,
  ...(score === undefined ? {} : { score }),
}));

/** Latencies that only one probe can have. */
const single: ScoreCase[] = [
  {
    title: "the greatest limits, at the greatest latency",
    parameters: { ...usual, goodLatencyMs: 2n ** 32n - 2n, badLatencyMs: 2n ** 32n - 1n },
    measurement: measured(1n, 1n, 2n ** 32n - 1n),
    score: 0n,
  },
  {
    title: "the greatest limits, 1 ms less than the greatest latency",
    parameters: { ...usual, goodLatencyMs: 2n ** 32n - 2n, badLatencyMs: 2n ** 32n - 1n },
    measurement: measured(1n, 1n, 2n ** 32n - 2n),
    score: ONE,
  },
  {
    title: "the greatest range, in its middle",
    parameters: { ...usual, goodLatencyMs: 0n, badLatencyMs: 2n ** 32n - 1n },
    measurement: measured(1n, 1n, 2n ** 31n),
  },
];

/** What every implementation of the score has to agree on. */
export const scoreCases: readonly ScoreCase[] = [
  ...table,
  ...latencies,
  ...averages,
  ...uptimes,
  ...weights,
  ...limits,
  ...single,
];
