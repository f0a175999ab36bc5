// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { wct } from "./contract.js";

/** Returns the value of tokens owned by `account`. */
export function balanceOf(connection: Connection, options: { account: string }): Promise<bigint> {
  return read(connection, wct, "balanceOf(address)", [options.account]);
}
