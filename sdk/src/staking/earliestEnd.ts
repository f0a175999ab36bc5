import { WEEK } from "../time/units.js";
import { weekStartOf } from "../time/weekStartOf.js";

/**
 * When a Locked position ends if its unlock is initiated at a second: the last Thursday 00:00 UTC within the preset, up to a
 * week, less one second, before it is over.
 */
export function earliestEnd(options: { timestamp: bigint; presetWeeks: bigint }): bigint {
  return weekStartOf(options.timestamp) + options.presetWeeks * WEEK;
}
