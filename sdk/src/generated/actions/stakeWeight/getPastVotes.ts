// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";

/**
 * Reverts with `ERC5805FutureLookup` unless that second is over.
 *
 * @returns Votes of `account` at the end of second `timepoint`, like `getVotes`. Final.
 */
export function getPastVotes(
  connection: Connection,
  options: { account: string; timepoint: bigint | number },
): Promise<bigint> {
  return read(connection, stakeWeight, "getPastVotes(address,uint256)", [options.account, options.timepoint]);
}
