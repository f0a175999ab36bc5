import type { PinnedConnection } from "../connection/pin.js";
import { firstOpenWeekStart } from "../generated/actions/rewardDistributor/firstOpenWeekStart.js";
import { rewardForPeriod } from "../generated/actions/rewardDistributor/rewardForPeriod.js";
import { totalTokenWeeksForPeriods } from "../generated/actions/stakeWeight/totalTokenWeeksForPeriods.js";
import { inBatches } from "../support/inBatches.js";
import { WEEK } from "../time/units.js";
import { weekStartOf } from "../time/weekStartOf.js";

/** A week as the rewards see it, exact. */
export interface WeekDetails {
  weekStart: bigint;
  /** What its stakers share, in wei, as if every finished week were closed. */
  reward: bigint;
  /** Σ amount · remaining lock time of all positions that count, in wei · weeks. */
  tokenWeeks: bigint;
  isClosed: boolean;
}

/**
 * `count` weeks from `from` on. A week that is over and not closed hands its reward on to the next one if nobody had weight;
 * the distributor writes that down when it closes the week, and here it is done ahead, as `claimable` does it.
 */
export async function readWeeks(
  connection: PinnedConnection,
  { from, count }: { from: bigint; count: number },
): Promise<WeekDetails[]> {
  if (count === 0) return [];
  const running = weekStartOf(connection.timestamp);
  const openWeekStart = await firstOpenWeekStart(connection);
  const weekStarts = weeksFrom(from, count);
  // From the first open week up to the running one: what may be handed on.
  const handsOn = weekStarts.at(-1)! >= openWeekStart;
  const open = handsOn ? weeksFrom(openWeekStart, Number((running - openWeekStart) / WEEK) + 1) : [];
  const asked = [...new Set([...weekStarts, ...open])];
  const [rewards, tokenWeeks, openTokenWeeks] = await Promise.all([
    inBatches(asked, (weekStart) => rewardForPeriod(connection, { weekStart })),
    totalTokenWeeksForPeriods(connection, { weekStart: from, count }),
    totalTokenWeeksForPeriods(connection, { weekStart: openWeekStart, count: open.length }),
  ]);
  const rewardOf = new Map(asked.map((weekStart, index) => [weekStart, rewards[index]!]));
  // The running week hands nothing on yet.
  open.slice(0, -1).forEach((weekStart, index) => {
    if (openTokenWeeks[index] !== 0n) return;
    const next = weekStart + WEEK;
    rewardOf.set(next, rewardOf.get(next)! + rewardOf.get(weekStart)!);
    rewardOf.set(weekStart, 0n);
  });
  return weekStarts.map((weekStart, index) => ({
    weekStart,
    reward: rewardOf.get(weekStart)!,
    tokenWeeks: tokenWeeks[index]!,
    isClosed: weekStart < openWeekStart,
  }));
}

function weeksFrom(start: bigint, count: number): bigint[] {
  return Array.from({ length: count }, (_, index) => start + BigInt(index) * WEEK);
}
