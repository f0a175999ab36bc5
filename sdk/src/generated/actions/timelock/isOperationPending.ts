// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { timelock } from "./contract.js";

/** Returns whether an operation is pending or not. Note that a "pending" operation may also be "ready". */
export function isOperationPending(connection: Connection, options: { id: string }): Promise<boolean> {
  return read(connection, timelock, "isOperationPending(bytes32)", [options.id]);
}
