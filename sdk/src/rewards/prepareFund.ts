import { accountOf } from "../connection/accountOf.js";
import type { Connection } from "../connection/Connection.js";
import type { Call } from "../contract/Call.js";
import { fund } from "../generated/actions/rewardDistributor/fund.js";
import { fundRange } from "../generated/actions/rewardDistributor/fundRange.js";
import { approvalFor } from "../token/approvalFor.js";

/**
 * The calls that add to the reward of one week or several, in the order of sending, each to be confirmed before the next: an
 * approval of exactly the sum unless the allowance is enough, and `fund`, or for several weeks `fundRange`. Nothing is sent.
 *
 * Warning: funding cannot be taken back.
 *
 * Throws `InvalidValueError` if the connection names no account.
 *
 * @param options.weekStart The first week's start, unix seconds: the running one or up to 104 weeks ahead.
 * @param options.amountPerWeek In wei, for each of the weeks.
 * @param options.weekCount How many weeks in a row; 1 by default.
 */
export async function prepareFund(
  connection: Connection,
  options: { weekStart: bigint | number; amountPerWeek: bigint | number; weekCount?: bigint | number },
): Promise<Call<unknown>[]> {
  const { weekStart, amountPerWeek } = options;
  const weekCount = BigInt(options.weekCount ?? 1);
  const call =
    weekCount === 1n
      ? fund(connection, { weekStart, amount: amountPerWeek })
      : fundRange(connection, { firstWeekStart: weekStart, weekCount, amountPerWeek });
  const amount = BigInt(amountPerWeek) * weekCount;
  const approval = await approvalFor(connection, {
    owner: accountOf(connection),
    contract: "RewardDistributor",
    amount,
  });
  return approval ? [approval, call] : [call];
}
