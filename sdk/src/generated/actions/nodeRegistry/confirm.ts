// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRegistry } from "./contract.js";

/**
 * Confirms that the caller's machine is ready: Reserved, and Active if a seat is free. From one hour after the call-up for this place on, before 24 hours are over; a displacement changes neither.
 *
 * Reverts with `NotCalledUp`, `TooEarlyToConfirm`, `CallUpExpired` or `StakeNotQualified`.
 */
export function confirm(connection: Connection): Call<void> {
  return prepare(connection, nodeRegistry, "confirm()", []);
}
