// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { wctGovernor } from "./contract.js";

/**
 * module:core
 *
 * Timepoint at which votes close. If using block number, votes close at the end of this block, so it is possible to cast a vote during this block.
 */
export function proposalDeadline(connection: Connection, options: { proposalId: bigint | number }): Promise<bigint> {
  return read(connection, wctGovernor, "proposalDeadline(uint256)", [options.proposalId]);
}
