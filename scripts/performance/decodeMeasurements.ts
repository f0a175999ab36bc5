import { dataLength, dataSlice, getAddress } from "ethers";
import { assertMeasurement } from "./assertMeasurement";
import { ENTRY_BYTES } from "./encodeMeasurements";
import { WrongDataLength } from "./ReportError";
import { type Entry, NO_DATA, type Reporter } from "./types";

/**
 * What {@link encodeMeasurements} encoded; no data on the reporter's own node, whatever stands there. Throws a
 * {@link ReportError} for what cannot be of any other.
 */
export function decodeMeasurements(options: {
  operators: readonly string[];
  data: string;
  /** Without one every entry counts. */
  reporter?: Pick<Reporter, "operator">;
}): Entry[] {
  const { operators, data, reporter } = options;
  const own = reporter && getAddress(reporter.operator);
  const length = dataLength(data);
  const expected = operators.length * ENTRY_BYTES;
  if (length !== expected) throw new WrongDataLength({ length, expected });
  return operators.map((operator, index) => {
    // Nobody reads it, so it is not checked either.
    if (getAddress(operator) === own) return NO_DATA;
    const number = (from: number, to: number) =>
      BigInt(dataSlice(data, index * ENTRY_BYTES + from, index * ENTRY_BYTES + to));
    const measurement = { successes: number(0, 2), probes: number(2, 4), latencySumMs: number(4, 8) };
    assertMeasurement({ operator, measurement });
    return measurement.probes === 0n ? NO_DATA : measurement;
  });
}
