// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { wctGovernor } from "./contract.js";

/**
 * module:core
 *
 * The time when a queued proposal becomes executable ("ETA"). Unlike `proposalSnapshot` and `proposalDeadline`, this doesn't use the governor clock, and instead relies on the executor's clock which may be different. In most cases this will be a timestamp.
 */
export function proposalEta(connection: Connection, options: { proposalId: bigint | number }): Promise<bigint> {
  return read(connection, wctGovernor, "proposalEta(uint256)", [options.proposalId]);
}
