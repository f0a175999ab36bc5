// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { legacyStakeWeightBridge } from "./contract.js";

/**
 * Adds the caller's lock to the position that the caller has already, on that position's terms, which must last at least as long as the lock.
 *
 * Reverts with `CannotJoin` or `LockOutlastsPosition`, or as StakeWeight does.
 *
 * @returns In wei.
 */
export function join(connection: Connection): Call<bigint> {
  return prepare(connection, legacyStakeWeightBridge, "join()", []);
}
