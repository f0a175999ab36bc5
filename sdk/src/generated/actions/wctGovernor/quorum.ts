// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { wctGovernor } from "./contract.js";

/** Returns the quorum for a timepoint, in terms of number of votes: `supply * numerator / denominator`. */
export function quorum(connection: Connection, options: { timepoint: bigint | number }): Promise<bigint> {
  return read(connection, wctGovernor, "quorum(uint256)", [options.timepoint]);
}
