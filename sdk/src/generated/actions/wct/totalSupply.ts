// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { wct } from "./contract.js";

/** Returns the value of tokens in existence. */
export function totalSupply(connection: Connection): Promise<bigint> {
  return read(connection, wct, "totalSupply()", []);
}
