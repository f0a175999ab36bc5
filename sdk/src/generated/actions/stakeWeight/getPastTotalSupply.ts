// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";

/**
 * Reverts with `ERC5805FutureLookup` unless that second is over.
 *
 * @returns Stake weight of all positions at the end of second `timepoint`, in wei, rounded down: everybody's votes.
 */
export function getPastTotalSupply(connection: Connection, options: { timepoint: bigint | number }): Promise<bigint> {
  return read(connection, stakeWeight, "getPastTotalSupply(uint256)", [options.timepoint]);
}
