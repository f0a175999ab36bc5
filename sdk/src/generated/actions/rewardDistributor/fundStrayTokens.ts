// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { rewardDistributor } from "./contract.js";

/**
 * Turns tokens that were sent here, or to the stake weight contract, without `fund` or a stake into reward of the running week.
 *
 * Reverts with `NoStrayTokens`, `FundingLimitExceeded` or EnforcedPause.
 *
 * @returns In wei.
 */
export function fundStrayTokens(connection: Connection): Call<bigint> {
  return prepare(connection, rewardDistributor, "fundStrayTokens()", []);
}
