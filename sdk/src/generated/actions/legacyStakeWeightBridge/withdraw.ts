// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { legacyStakeWeightBridge } from "./contract.js";

/**
 * Pays out what was transferred in for the caller's ended lock, without the way through StakeWeight.
 *
 * Reverts with `LockNotEnded` or `NothingTransferred`. Works while StakeWeight is paused.
 *
 * @returns In wei.
 */
export function withdraw(connection: Connection): Call<bigint> {
  return prepare(connection, legacyStakeWeightBridge, "withdraw()", []);
}
