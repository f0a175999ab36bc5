// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { timelock } from "./contract.js";

/** `PROPOSER_ROLE` of the contract. */
export function proposerRole(connection: Connection): Promise<string> {
  return read(connection, timelock, "PROPOSER_ROLE()", []);
}
