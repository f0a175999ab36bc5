import { concat, toBeHex } from "ethers";
import { assertMeasurement } from "./assertMeasurement";
import { WrongDataLength } from "./ReportError";
import { type Entry, type Measurement, NO_DATA } from "./types";

/** The bytes that a node takes in a report. */
export const ENTRY_BYTES = 8;

const nothing: Measurement = { successes: 0n, probes: 0n, latencySumMs: 0n };

/**
 * The data of a report, one entry per node of the set, in its order: successes (2 bytes), probes (2), sum of latencies
 * (4), all big-endian. Throws a {@link ReportError} for what cannot be.
 */
export function encodeMeasurements(options: { operators: readonly string[]; entries: readonly Entry[] }): string {
  const { operators, entries } = options;
  if (entries.length !== operators.length) {
    throw new WrongDataLength({ length: entries.length * ENTRY_BYTES, expected: operators.length * ENTRY_BYTES });
  }
  return concat(
    entries.flatMap((entry, index) => {
      const measurement = entry === NO_DATA ? nothing : entry;
      assertMeasurement({ operator: operators[index]!, measurement });
      const { successes, probes, latencySumMs } = measurement;
      return [toBeHex(successes, 2), toBeHex(probes, 2), toBeHex(latencySumMs, 4)];
    }),
  );
}
