// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { timelock } from "./contract.js";
import type * as types from "./types.js";

/** Returns operation state. */
export function getOperationState(connection: Connection, options: { id: string }): Promise<types.OperationState> {
  return read(connection, timelock, "getOperationState(bytes32)", [options.id]);
}
