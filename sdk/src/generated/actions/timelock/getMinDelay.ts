// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { timelock } from "./contract.js";

/** Returns the minimum delay in seconds for an operation to become valid. This value can be changed by executing an operation that calls `updateDelay`. */
export function getMinDelay(connection: Connection): Promise<bigint> {
  return read(connection, timelock, "getMinDelay()", []);
}
