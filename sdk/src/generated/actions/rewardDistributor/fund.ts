// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { rewardDistributor } from "./contract.js";

/**
 * Adds `amount` of the caller's tokens, which it approved, to the reward of a week.
 *
 * Warning: funding cannot be taken back. Reverts with `ZeroAmount`, `NotWeekStart`, `PeriodFinished`, `PeriodTooFarAhead`, `FundingLimitExceeded`, `TransferNotWhole` or EnforcedPause.
 *
 * @param options.weekStart - The running week's start or a later one, up to 104 weeks ahead.
 */
export function fund(
  connection: Connection,
  options: { weekStart: bigint | number; amount: bigint | number },
): Call<void> {
  return prepare(connection, rewardDistributor, "fund(uint256,uint256)", [options.weekStart, options.amount]);
}
