// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeIdentities } from "./contract.js";

/** `DEFAULT_ADMIN_ROLE` of the contract. */
export function defaultAdminRole(connection: Connection): Promise<string> {
  return read(connection, nodeIdentities, "DEFAULT_ADMIN_ROLE()", []);
}
