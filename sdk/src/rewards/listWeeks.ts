import type { Connection } from "../connection/Connection.js";
import { pin } from "../connection/pin.js";
import { InvalidValueError } from "../errors/InvalidValueError.js";
import { weekStartOf } from "../time/weekStartOf.js";
import { readWeeks } from "./readWeeks.js";

/** A reward week. */
export interface RewardWeek {
  /** Its first second, a Thursday 00:00 UTC, unix seconds. */
  weekStart: bigint;
  state: "finished" | "running" | "coming";
  /**
   * In wei: of a finished week what its stakers share, 0 if nobody had weight and it went to the next week; of another what
   * was funded, and handed on to it, so far.
   */
  reward: bigint;
  /** Stake weight that shares it, in wei, rounded down; of a coming week as it would be if no position changed any more. */
  totalWeight: bigint;
  /** Whether the distributor has closed it. A claim closes all finished weeks, so this makes no difference to anybody's reward. */
  isClosed: boolean;
}

/**
 * Reward weeks in their order, at one block. What is handed on from weeks that are over and not closed yet is counted where it
 * will go.
 *
 * Throws {@link InvalidValueError} if `count` is not a whole number from 0 to 1,000.
 *
 * @param options.count How many.
 * @param options.from A second of the first of them, unix seconds; the running week by default.
 */
export async function listWeeks(
  connection: Connection,
  options: { count: number; from?: bigint | number },
): Promise<RewardWeek[]> {
  const { count } = options;
  if (!Number.isInteger(count) || count < 0 || count > 1_000) {
    throw new InvalidValueError("count", count, "a whole number from 0 to 1,000");
  }
  const pinned = await pin(connection);
  const running = weekStartOf(pinned.timestamp);
  const from = weekStartOf(options.from ?? running);
  const weeks = await readWeeks(pinned, { from, count });
  return weeks.map(({ weekStart, reward, tokenWeeks, isClosed }) => ({
    weekStart,
    state: weekStart < running ? "finished" : weekStart === running ? "running" : "coming",
    reward,
    // As StakeWeight.totalWeightForPeriod has it.
    totalWeight: tokenWeeks / 209n,
    isClosed,
  }));
}
