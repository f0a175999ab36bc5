// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { wctGovernor } from "./contract.js";

/** Accessor to the internal vote counts. */
export function proposalVotes(
  connection: Connection,
  options: { proposalId: bigint | number },
): Promise<{ againstVotes: bigint; forVotes: bigint; abstainVotes: bigint }> {
  return read(connection, wctGovernor, "proposalVotes(uint256)", [options.proposalId]);
}
