// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { wctGovernor } from "./contract.js";

/**
 * module:user-config
 *
 * Delay, between the proposal is created and the vote starts. The unit this duration is expressed in depends on the clock (see ERC-6372) this contract uses. This can be increased to leave time for users to buy voting power, or delegate it, before the voting of a proposal starts. NOTE: While this interface returns a uint256, timepoints are stored as uint48 following the ERC-6372 clock type. Consequently this value must fit in a uint48 (when added to the current clock). See `clock`.
 */
export function votingDelay(connection: Connection): Promise<bigint> {
  return read(connection, wctGovernor, "votingDelay()", []);
}
