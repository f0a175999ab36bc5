// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";

/** @returns Stake weight of all positions at the end of second `timestamp`, like `weightAt`. */
export function totalWeightAt(connection: Connection, options: { timestamp: bigint | number }): Promise<bigint> {
  return read(connection, stakeWeight, "totalWeightAt(uint256)", [options.timestamp]);
}
