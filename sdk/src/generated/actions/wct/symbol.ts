// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { wct } from "./contract.js";

/** Returns the symbol of the token, usually a shorter version of the name. */
export function symbol(connection: Connection): Promise<string> {
  return read(connection, wct, "symbol()", []);
}
