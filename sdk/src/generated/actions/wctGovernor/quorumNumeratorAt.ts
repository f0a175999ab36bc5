// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { wctGovernor } from "./contract.js";

/** Returns the quorum numerator at a specific timepoint. See `quorumDenominator`. */
export function quorumNumeratorAt(connection: Connection, options: { timepoint: bigint | number }): Promise<bigint> {
  return read(connection, wctGovernor, "quorumNumerator(uint256)", [options.timepoint]);
}
