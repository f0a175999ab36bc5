// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRegistry } from "./contract.js";

/** May keep the allowlist and deactivate nodes, in Phase 1. */
export function registrarRole(connection: Connection): Promise<string> {
  return read(connection, nodeRegistry, "REGISTRAR_ROLE()", []);
}
