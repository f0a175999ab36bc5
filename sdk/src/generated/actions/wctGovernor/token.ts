// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { wctGovernor } from "./contract.js";

/** The token that voting power is sourced from. */
export function token(connection: Connection): Promise<string> {
  return read(connection, wctGovernor, "token()", []);
}
