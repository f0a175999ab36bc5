// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { timelock } from "./contract.js";

/** Returns whether an operation is ready for execution. Note that a "ready" operation is also "pending". */
export function isOperationReady(connection: Connection, options: { id: string }): Promise<boolean> {
  return read(connection, timelock, "isOperationReady(bytes32)", [options.id]);
}
