import type { Connection } from "../connection/Connection.js";
import { chainTime } from "./chainTime.js";
import { WEEK } from "./units.js";
import { weekStartOf } from "./weekStartOf.js";

/** The running reward week, and how long until the next one. */
export interface Period {
  /** Its first second, unix seconds. */
  weekStart: bigint;
  /** The first second after it, which starts the next week. Positions that stand strictly before it share that one. */
  end: bigint;
  /** From the chain's clock to `end`, 1 to 604,800. */
  secondsLeft: bigint;
}

/** The running reward week by the chain's clock, and the countdown to the next one. */
export async function nextPeriod(connection: Connection): Promise<Period> {
  const now = await chainTime(connection);
  const weekStart = weekStartOf(now);
  const end = weekStart + WEEK;
  return { weekStart, end, secondsLeft: end - now };
}
