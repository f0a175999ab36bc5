// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { wctGovernor } from "./contract.js";

/**
 * module:reputation
 *
 * Voting power of an `account` at a specific `timepoint` given additional encoded parameters.
 */
export function getVotesWithParams(
  connection: Connection,
  options: { account: string; timepoint: bigint | number; params: string },
): Promise<bigint> {
  return read(connection, wctGovernor, "getVotesWithParams(address,uint256,bytes)", [
    options.account,
    options.timepoint,
    options.params,
  ]);
}
