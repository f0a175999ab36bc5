import { getAddress } from "ethers";
import { decodeMeasurements } from "./decodeMeasurements";
import { lowerMedian, upperMedian } from "./median";
import { valuesNeeded } from "./quorum";
import { averageLatencyMs, score, uptime } from "./score";
import { type Measurement, NO_DATA, Phase, type Reporter, type ScoreParameters, type SeatedSet } from "./types";

/** In place of the score of a node without enough data. */
export const NO_SCORE = 2n ** 256n - 1n;

/** In Phase 2 no reporter weighs more than this part of all. */
const WEIGHT_CAP = 10n;

/** How a node did in an epoch. */
export interface NodeScore {
  operator: string;
  /** {@link NO_SCORE} without enough data. */
  score: bigint;
  /** The medians behind the score; undefined without enough data. */
  medians: { uptime: bigint; latencyMs: bigint } | undefined;
  /** How many reporters that count have data on it. */
  given: bigint;
  /** How many have to; in Phase 2 they must have two thirds of the peers' weight besides. */
  needed: bigint;
  /** In Phase 2, whether they have two thirds of it and no more: the oracle then waits as if there were no data. */
  isBare: boolean;
}

interface WeightedMeasurement {
  measurement: Measurement;
  weight: bigint;
}

/**
 * What the oracle will compute of the accepted reports, per node of the set, in its order. Of an even split the better
 * median for the node counts: the upper of the uptimes, the lower of the latencies.
 */
export function scoreNodes(options: {
  phase: Phase;
  set: SeatedSet;
  parameters: ScoreParameters;
  /** All of them, whether they reported or not. */
  reporters: readonly Reporter[];
  reports: readonly { index: bigint; data: string }[];
}): NodeScore[] {
  const { phase, set, parameters, reporters, reports } = options;
  const operators = set.operators.map((operator) => getAddress(operator));
  const weights = weightsOf(phase, reporters);
  const needed = phase === Phase.One ? valuesNeeded(count(reporters)) : count(operators) / 2n;
  const read = reports.map(({ index, data }) => {
    const place = Number(index);
    const reporter = reporters[place];
    if (!reporter) throw new RangeError(`there is no reporter ${String(index)}, there are ${reporters.length}`);
    return { weight: weights[place]!, entries: decodeMeasurements({ operators, data, reporter }) };
  });

  return operators.map((operator, node) => {
    const values = read.flatMap(({ weight, entries }): WeightedMeasurement[] => {
      const entry = entries[node]!;
      return entry === NO_DATA ? [] : [{ measurement: entry, weight }];
    });
    const given = count(values);
    const totalWeight = values.reduce((sum, { weight }) => sum + weight, 0n);
    // Without peers, as a single node of Phase 2 is, there is never data.
    const peersWeight = phase === Phase.One ? 0n : weights.reduce((sum, weight) => sum + weight, 0n) - weights[node]!;
    if (given < needed || totalWeight * 3n < peersWeight * 2n || totalWeight === 0n) {
      return { operator, score: NO_SCORE, medians: undefined, given, needed, isBare: false };
    }
    const medians = mediansOf(values);
    const isBare = phase === Phase.Two && totalWeight * 3n === peersWeight * 2n;
    return { operator, score: score({ parameters, ...medians }), medians, given, needed, isBare };
  });
}

function mediansOf(values: readonly WeightedMeasurement[]): { uptime: bigint; latencyMs: bigint } {
  return {
    uptime: upperMedian(values.map(({ measurement, weight }) => ({ value: uptime(measurement), weight }))),
    latencyMs: lowerMedian(values.map(({ measurement, weight }) => ({ value: averageLatencyMs(measurement), weight }))),
  };
}

function weightsOf(phase: Phase, reporters: readonly Reporter[]): bigint[] {
  if (phase === Phase.One) return reporters.map(() => 1n);
  const cap = reporters.reduce((sum, { weight }) => sum + weight, 0n) / WEIGHT_CAP;
  return reporters.map(({ weight }) => (weight < cap ? weight : cap));
}

function count(list: readonly unknown[]): bigint {
  return BigInt(list.length);
}
