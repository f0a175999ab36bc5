import { dataLength, dataSlice } from "ethers";
import { assertMeasurement } from "./assertMeasurement";
import { ENTRY_BYTES } from "./encodeMeasurements";
import { WrongDataLength } from "./ReportError";
import { type Entry, NO_DATA } from "./types";

/** What {@link encodeMeasurements} encoded. Throws a {@link ReportError} for what cannot be. */
export function decodeMeasurements({ operators, data }: { operators: readonly string[]; data: string }): Entry[] {
  const length = dataLength(data);
  const expected = operators.length * ENTRY_BYTES;
  if (length !== expected) throw new WrongDataLength({ length, expected });
  return operators.map((operator, index) => {
    const number = (from: number, to: number) =>
      BigInt(dataSlice(data, index * ENTRY_BYTES + from, index * ENTRY_BYTES + to));
    const measurement = { successes: number(0, 2), probes: number(2, 4), latencySumMs: number(4, 8) };
    assertMeasurement({ operator, measurement });
    return measurement.probes === 0n ? NO_DATA : measurement;
  });
}
