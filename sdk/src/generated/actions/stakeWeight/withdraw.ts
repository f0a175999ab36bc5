// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";

/**
 * Pays out the whole Unlocked position, less what is held back for a slash. Without such a part, a new position may be opened afterwards.
 *
 * What is held back stays as an Unlocked position with the same end and preset, so that nobody escapes a slash and nobody waits for the rest. It blocks a new position with `PositionExists` until it is taken, which leaves none, or released, after which a second call pays it out. Reverts with `NotUnlocked`, or with `AllHeld` if there is nothing else. Works while paused.
 *
 * @returns In wei.
 */
export function withdraw(connection: Connection): Call<bigint> {
  return prepare(connection, stakeWeight, "withdraw()", []);
}
