// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { wctGovernor } from "./contract.js";

/** `BALLOT_TYPEHASH` of the contract. */
export function ballotTypehash(connection: Connection): Promise<string> {
  return read(connection, wctGovernor, "BALLOT_TYPEHASH()", []);
}
