// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { wctGovernor } from "./contract.js";

/**
 * module:reputation
 *
 * Voting power of an `account` at a specific `timepoint`. Note: this can be implemented in a number of ways, for example by reading the delegated balance from one (or multiple), `ERC20Votes` tokens.
 */
export function getVotes(
  connection: Connection,
  options: { account: string; timepoint: bigint | number },
): Promise<bigint> {
  return read(connection, wctGovernor, "getVotes(address,uint256)", [options.account, options.timepoint]);
}
