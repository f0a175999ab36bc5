// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { timelock } from "./contract.js";

/** Returns the timestamp at which an operation becomes ready (0 for unset operations, 1 for done operations). */
export function getTimestamp(connection: Connection, options: { id: string }): Promise<bigint> {
  return read(connection, timelock, "getTimestamp(bytes32)", [options.id]);
}
