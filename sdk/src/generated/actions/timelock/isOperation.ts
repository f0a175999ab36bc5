// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { timelock } from "./contract.js";

/** Returns whether an id corresponds to a registered operation. This includes both Waiting, Ready, and Done operations. */
export function isOperation(connection: Connection, options: { id: string }): Promise<boolean> {
  return read(connection, timelock, "isOperation(bytes32)", [options.id]);
}
