// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { wctGovernor } from "./contract.js";

/**
 * module:core
 *
 * Whether a proposal needs to be queued before execution.
 */
export function proposalNeedsQueuing(
  connection: Connection,
  options: { proposalId: bigint | number },
): Promise<boolean> {
  return read(connection, wctGovernor, "proposalNeedsQueuing(uint256)", [options.proposalId]);
}
