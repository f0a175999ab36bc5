// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRegistry } from "./contract.js";

/** Deactivates a node for `Equivocation`, whatever its status. For the oracle. */
export function expel(connection: Connection, options: { operator: string }): Call<void> {
  return prepare(connection, nodeRegistry, "expel(address)", [options.operator]);
}
