// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { wctGovernor } from "./contract.js";

/**
 * module:core
 *
 * The account that created a proposal.
 */
export function proposalProposer(connection: Connection, options: { proposalId: bigint | number }): Promise<string> {
  return read(connection, wctGovernor, "proposalProposer(uint256)", [options.proposalId]);
}
