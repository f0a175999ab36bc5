// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRegistry } from "./contract.js";

/** May pause. */
export function pauserRole(connection: Connection): Promise<string> {
  return read(connection, nodeRegistry, "PAUSER_ROLE()", []);
}
