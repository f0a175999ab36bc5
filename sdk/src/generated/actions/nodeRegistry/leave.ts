// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRegistry } from "./contract.js";

/**
 * Deactivates the caller's node. Its seat's pay for the running and the not yet finalized epoch is forfeited.
 *
 * Reverts with `WrongStatus`.
 */
export function leave(connection: Connection): Call<void> {
  return prepare(connection, nodeRegistry, "leave()", []);
}
