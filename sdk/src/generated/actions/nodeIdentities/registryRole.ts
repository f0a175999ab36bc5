// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeIdentities } from "./contract.js";

/** May introduce and release nodes. For the NodeRegistry alone. */
export function registryRole(connection: Connection): Promise<string> {
  return read(connection, nodeIdentities, "REGISTRY_ROLE()", []);
}
