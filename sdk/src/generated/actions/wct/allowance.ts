// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { wct } from "./contract.js";

/** Returns the remaining number of tokens that `spender` will be allowed to spend on behalf of `owner` through `transferFrom`. This is zero by default. This value changes when `approve` or `transferFrom` are called. */
export function allowance(connection: Connection, options: { owner: string; spender: string }): Promise<bigint> {
  return read(connection, wct, "allowance(address,address)", [options.owner, options.spender]);
}
