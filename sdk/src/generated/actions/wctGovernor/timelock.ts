// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { wctGovernor } from "./contract.js";

/** Public accessor to check the address of the timelock */
export function timelock(connection: Connection): Promise<string> {
  return read(connection, wctGovernor, "timelock()", []);
}
