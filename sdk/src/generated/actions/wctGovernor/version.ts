// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { wctGovernor } from "./contract.js";

/**
 * module:core
 *
 * Version of the governor instance (used in building the EIP-712 domain separator). Default: "1"
 */
export function version(connection: Connection): Promise<string> {
  return read(connection, wctGovernor, "version()", []);
}
