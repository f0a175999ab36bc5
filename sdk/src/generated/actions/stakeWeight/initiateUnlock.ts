// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";

/**
 * Starts to leave. The position is Unlocked from the last Thursday 00:00 UTC within the preset on, so this takes up to one week off the remaining lock time, and its share of the weight, at once.
 *
 * Warning: it takes effect at once and only `relock` undoes it. Reverts with `NotLocked`. Works while paused.
 */
export function initiateUnlock(connection: Connection): Call<void> {
  return prepare(connection, stakeWeight, "initiateUnlock()", []);
}
