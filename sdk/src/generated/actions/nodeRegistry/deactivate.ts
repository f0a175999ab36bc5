// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRegistry } from "./contract.js";

/**
 * Deactivates a node, in Phase 1. For the registrar.
 *
 * Reverts with `NotInPhaseOne` or `WrongStatus`.
 */
export function deactivate(connection: Connection, options: { operator: string }): Call<void> {
  return prepare(connection, nodeRegistry, "deactivate(address)", [options.operator]);
}
