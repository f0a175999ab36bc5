// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { wctGovernor } from "./contract.js";

/** Returns the current quorum numerator. See `quorumDenominator`. */
export function quorumNumerator(connection: Connection): Promise<bigint> {
  return read(connection, wctGovernor, "quorumNumerator()", []);
}
