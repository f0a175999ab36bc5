// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { wctGovernor } from "./contract.js";

/**
 * module:core
 *
 * The number of votes required in order for a voter to become a proposer.
 */
export function proposalThreshold(connection: Connection): Promise<bigint> {
  return read(connection, wctGovernor, "proposalThreshold()", []);
}
