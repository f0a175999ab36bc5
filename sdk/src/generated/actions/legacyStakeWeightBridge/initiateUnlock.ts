// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { legacyStakeWeightBridge } from "./contract.js";

/**
 * Makes the caller's perpetual lock one that ends: at the last Thursday 00:00 UTC within its weeks, at most 105. It can then be moved with that end, or withdrawn here. The way out for a lock that cannot be moved as it is; one of 0 weeks has ended.
 *
 * Reverts with `NotPerpetual`. Works while StakeWeight is paused.
 *
 * @returns Unix seconds.
 */
export function initiateUnlock(connection: Connection): Call<bigint> {
  return prepare(connection, legacyStakeWeightBridge, "initiateUnlock()", []);
}
