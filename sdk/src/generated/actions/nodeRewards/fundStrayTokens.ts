// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRewards } from "./contract.js";

/**
 * Turns tokens that were sent here without `fund` into budget of the running epoch. Anyone may.
 *
 * Reverts with `NoStrayTokens`, `FundingLimitExceeded` or EnforcedPause.
 *
 * @returns In wei.
 */
export function fundStrayTokens(connection: Connection): Call<bigint> {
  return prepare(connection, nodeRewards, "fundStrayTokens()", []);
}
