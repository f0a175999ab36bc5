// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { timelock } from "./contract.js";

/** `EXECUTOR_ROLE` of the contract. */
export function executorRole(connection: Connection): Promise<string> {
  return read(connection, timelock, "EXECUTOR_ROLE()", []);
}
