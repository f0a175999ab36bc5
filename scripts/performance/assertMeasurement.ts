import { LatenciesWithoutSuccesses, SuccessesAboveProbes, ValueOutOfRange } from "./ReportError";
import type { Measurement } from "./types";

const maxima = { successes: 2n ** 16n - 1n, probes: 2n ** 16n - 1n, latencySumMs: 2n ** 32n - 1n };

/** Throws a {@link ReportError} if nobody can have measured this. */
export function assertMeasurement({ operator, measurement }: { operator: string; measurement: Measurement }): void {
  for (const field of ["successes", "probes", "latencySumMs"] as const) {
    const value = measurement[field];
    const max = maxima[field];
    if (value < 0n || value > max) throw new ValueOutOfRange({ operator, field, value, max });
  }
  const { successes, probes, latencySumMs } = measurement;
  if (successes > probes) throw new SuccessesAboveProbes({ operator, successes, probes });
  if (successes === 0n && latencySumMs > 0n) throw new LatenciesWithoutSuccesses({ operator, latencySumMs });
}
