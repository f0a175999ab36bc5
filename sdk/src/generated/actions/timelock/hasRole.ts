// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { timelock } from "./contract.js";

/** Returns `true` if `account` has been granted `role`. */
export function hasRole(connection: Connection, options: { role: string; account: string }): Promise<boolean> {
  return read(connection, timelock, "hasRole(bytes32,address)", [options.role, options.account]);
}
