import { accountOf } from "../connection/accountOf.js";
import type { Connection } from "../connection/Connection.js";
import { pin, type PinnedConnection } from "../connection/pin.js";
import { InvalidValueError } from "../errors/InvalidValueError.js";
import { firstUnclaimedWeekStart } from "../generated/actions/rewardDistributor/firstUnclaimedWeekStart.js";
import { rewardOf } from "../generated/actions/rewardDistributor/rewardOf.js";
import { lineForPeriod } from "../generated/actions/stakeWeight/lineForPeriod.js";
import { inBatches } from "../support/inBatches.js";
import { WEEK } from "../time/units.js";
import { weekStartOf } from "../time/weekStartOf.js";

/** What an account earned in a week. */
export interface WeekReward {
  /** Unix seconds. */
  weekStart: bigint;
  /** In wei, rounded down on its own. */
  amount: bigint;
}

/** Ten years. */
const DEFAULT_MAX_WEEKS = 520;

/**
 * What an account can claim, week by week in their order, at one block: the finished weeks that it has not claimed, as far back
 * as it has had a position. Weeks that brought nothing are left out.
 *
 * `claimable` rounds down once per stretch of weeks in which the position did not change, this once per week. So with n weeks of
 * weight in s stretches
 *
 *     0 ≤ claimable − Σ amount ≤ n − s        wei
 *
 * because of k weeks of one stretch, ⌊Σ y⌋ − Σ⌊y⌋ is a whole number below k (docs/mathematics.md, "Rounding").
 *
 * Throws {@link InvalidValueError} if no account is named, or `maxWeeks` is not a whole number above 0.
 *
 * @param options.account The connection's account by default.
 * @param options.maxWeeks The most weeks to look at, the newest ones; 520 by default. Older ones are left out, and missing in Σ.
 */
export async function claimableByWeek(
  connection: Connection,
  options: { account?: string; maxWeeks?: number } = {},
): Promise<WeekReward[]> {
  const { maxWeeks = DEFAULT_MAX_WEEKS } = options;
  if (!Number.isInteger(maxWeeks) || maxWeeks < 1) {
    throw new InvalidValueError("maxWeeks", maxWeeks, "a whole number above 0");
  }
  const account = accountOf(connection, options.account);
  const pinned = await pin(connection);
  const running = weekStartOf(pinned.timestamp);
  const unclaimed = await firstUnclaimedWeekStart(pinned, { account });
  const oldest = running - BigInt(maxWeeks) * WEEK;
  const weekStarts = await weeksOfWeight(pinned, account, unclaimed > oldest ? unclaimed : oldest, running);
  const rewards = await inBatches(weekStarts, async (weekStart) => ({
    weekStart,
    amount: await rewardOf(pinned, { account, weekStart }),
  }));
  return rewards.filter(({ amount }) => amount !== 0n);
}

/** The weeks from `from` on and before `end` in which the account had weight, found as a claim finds them: stretch by stretch. */
async function weeksOfWeight(
  connection: PinnedConnection,
  account: string,
  from: bigint,
  end: bigint,
): Promise<bigint[]> {
  const weekStarts: bigint[] = [];
  // Each round goes back by a week at least.
  for (let last = end - WEEK; last >= from && last > 0n;) {
    const { line, sinceWeekStart } = await lineForPeriod(connection, { account, weekStart: last });
    // Nothing stood before.
    if (sinceWeekStart === 0n) break;
    const first = sinceWeekStart > from ? sinceWeekStart : from;
    for (let weekStart = last; weekStart >= first; weekStart -= WEEK) {
      // In wei · weeks; an ended line has none.
      if (line.intercept * WEEK > line.slope * weekStart) weekStarts.push(weekStart);
    }
    last = first - WEEK;
  }
  return weekStarts.reverse();
}
