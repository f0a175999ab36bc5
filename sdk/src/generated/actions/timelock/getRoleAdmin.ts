// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { timelock } from "./contract.js";

/** Returns the admin role that controls `role`. See `grantRole` and `revokeRole`. To change a role's admin, use `_setRoleAdmin`. */
export function getRoleAdmin(connection: Connection, options: { role: string }): Promise<string> {
  return read(connection, timelock, "getRoleAdmin(bytes32)", [options.role]);
}
