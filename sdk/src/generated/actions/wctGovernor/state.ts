// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { wctGovernor } from "./contract.js";
import type * as types from "./types.js";

/**
 * module:core
 *
 * Current state of a proposal, following Compound's convention
 */
export function state(connection: Connection, options: { proposalId: bigint | number }): Promise<types.ProposalState> {
  return read(connection, wctGovernor, "state(uint256)", [options.proposalId]);
}
