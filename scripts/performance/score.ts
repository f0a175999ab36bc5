import type { ScoreParameters } from "./types";

/** 1 in fixed point. */
export const ONE = 10n ** 18n;

/** The latency of a node of which no probe succeeded: worse than any other. */
export const NO_ANSWER = 2n ** 32n - 1n;

/** The share of probes that succeeded, in 1e18 fixed point, rounded down. Without probes there is none: throws. */
export function uptime({ successes, probes }: { successes: bigint; probes: bigint }): bigint {
  if (probes === 0n) throw new RangeError("no probes, no uptime");
  return (successes * ONE) / probes;
}

/** The average over the successful probes, rounded up; {@link NO_ANSWER} without any. */
export function averageLatencyMs(measured: { successes: bigint; latencySumMs: bigint }): bigint {
  const { successes, latencySumMs } = measured;
  return successes === 0n ? NO_ANSWER : (latencySumMs + successes - 1n) / successes;
}

/** min(1, Wu · U) · min(1, Wl · S(L)) in 1e18 fixed point, every quotient and product rounded down. */
export function score(options: { parameters: ScoreParameters; uptime: bigint; latencyMs: bigint }): bigint {
  const { parameters, uptime, latencyMs } = options;
  const uptimeTerm = atMostOne((parameters.uptimeWeight * uptime) / ONE);
  const latencyTerm = atMostOne((parameters.latencyWeight * latencyScore(parameters, latencyMs)) / ONE);
  return (uptimeTerm * latencyTerm) / ONE;
}

/** S(L): 1 up to the good latency, 0 from the bad one on, linear between. */
function latencyScore({ goodLatencyMs, badLatencyMs }: ScoreParameters, latencyMs: bigint): bigint {
  if (latencyMs <= goodLatencyMs) return ONE;
  if (latencyMs >= badLatencyMs) return 0n;
  return ((badLatencyMs - latencyMs) * ONE) / (badLatencyMs - goodLatencyMs);
}

function atMostOne(value: bigint): bigint {
  return value < ONE ? value : ONE;
}
