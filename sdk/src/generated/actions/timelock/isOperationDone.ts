// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { timelock } from "./contract.js";

/** Returns whether an operation is done or not. */
export function isOperationDone(connection: Connection, options: { id: string }): Promise<boolean> {
  return read(connection, timelock, "isOperationDone(bytes32)", [options.id]);
}
