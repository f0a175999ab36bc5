// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { walletRewards } from "./contract.js";

/**
 * Adds `amount` of the caller's tokens, which it approved, to the budget of a period.
 *
 * Warning: funding cannot be taken back. Reverts with `ZeroAmount`, `PeriodFinished`, `PeriodTooFarAhead`, `FundingLimitExceeded`, `TransferNotWhole` or EnforcedPause.
 *
 * @param options.period - The running one or a later one, up to 26 ahead.
 */
export function fund(
  connection: Connection,
  options: { period: bigint | number; amount: bigint | number },
): Call<void> {
  return prepare(connection, walletRewards, "fund(uint256,uint256)", [options.period, options.amount]);
}
