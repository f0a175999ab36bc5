// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { wct } from "./contract.js";

/** Returns the name of the token. */
export function name(connection: Connection): Promise<string> {
  return read(connection, wct, "name()", []);
}
