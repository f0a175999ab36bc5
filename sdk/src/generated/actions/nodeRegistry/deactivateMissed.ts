// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRegistry } from "./contract.js";

/**
 * Deactivates a node that did not confirm in time. Anyone may.
 *
 * Reverts with `NotCalledUp` or `CallUpNotExpired`.
 */
export function deactivateMissed(connection: Connection, options: { operator: string }): Call<void> {
  return prepare(connection, nodeRegistry, "deactivateMissed(address)", [options.operator]);
}
