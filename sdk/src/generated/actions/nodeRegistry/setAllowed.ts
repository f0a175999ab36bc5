// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRegistry } from "./contract.js";

/** Lets `operator` register in Phase 1, or no longer. For the registrar. */
export function setAllowed(connection: Connection, options: { operator: string; allowed: boolean }): Call<void> {
  return prepare(connection, nodeRegistry, "setAllowed(address,bool)", [options.operator, options.allowed]);
}
