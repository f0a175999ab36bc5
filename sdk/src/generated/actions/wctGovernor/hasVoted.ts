// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { wctGovernor } from "./contract.js";

/**
 * module:voting
 *
 * Returns whether `account` has cast a vote on `proposalId`.
 */
export function hasVoted(
  connection: Connection,
  options: { proposalId: bigint | number; account: string },
): Promise<boolean> {
  return read(connection, wctGovernor, "hasVoted(uint256,address)", [options.proposalId, options.account]);
}
