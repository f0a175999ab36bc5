// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { wctGovernor } from "./contract.js";

/**
 * module:core
 *
 * Timepoint used to retrieve user's votes and quorum. If using block number (as per Compound's Comp), the snapshot is performed at the end of this block. Hence, voting for this proposal starts at the beginning of the following block.
 */
export function proposalSnapshot(connection: Connection, options: { proposalId: bigint | number }): Promise<bigint> {
  return read(connection, wctGovernor, "proposalSnapshot(uint256)", [options.proposalId]);
}
