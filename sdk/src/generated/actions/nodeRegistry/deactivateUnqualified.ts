// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRegistry } from "./contract.js";

/**
 * Deactivates a node whose position does not qualify any longer. Anyone may.
 *
 * Reverts with `WrongStatus` or `StakeQualified`.
 */
export function deactivateUnqualified(connection: Connection, options: { operator: string }): Call<void> {
  return prepare(connection, nodeRegistry, "deactivateUnqualified(address)", [options.operator]);
}
