// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { walletRewards } from "./contract.js";

/**
 * Turns tokens that were sent here without `fund` into budget of the running period. Anyone may.
 *
 * Reverts with `NoStrayTokens`, `FundingLimitExceeded` or EnforcedPause.
 *
 * @returns In wei.
 */
export function fundStrayTokens(connection: Connection): Call<bigint> {
  return prepare(connection, walletRewards, "fundStrayTokens()", []);
}
