// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { wctGovernor } from "./contract.js";

/** Returns the quorum denominator. Defaults to 100, but may be overridden. */
export function quorumDenominator(connection: Connection): Promise<bigint> {
  return read(connection, wctGovernor, "quorumDenominator()", []);
}
