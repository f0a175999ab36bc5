// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { rewardDistributor } from "./contract.js";

/**
 * `claim` of the weeks up to the one from `lastWeekStart`, which must be over; later ones stay claimable.
 *
 * Reverts with `NotWeekStart` or `PeriodNotFinished`. Works while paused.
 *
 * @returns In wei; 0 if nothing is due.
 */
export function claimThrough(
  connection: Connection,
  options: { account: string; lastWeekStart: bigint | number },
): Call<bigint> {
  return prepare(connection, rewardDistributor, "claimThrough(address,uint256)", [
    options.account,
    options.lastWeekStart,
  ]);
}
