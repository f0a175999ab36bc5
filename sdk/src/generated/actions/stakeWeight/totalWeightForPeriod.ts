// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";

/**
 * Reverts with `NotWeekStart`.
 *
 * @returns The weight of all positions that counts for the rewards of the week from `weekStart`, like `weightForPeriod`.
 */
export function totalWeightForPeriod(connection: Connection, options: { weekStart: bigint | number }): Promise<bigint> {
  return read(connection, stakeWeight, "totalWeightForPeriod(uint256)", [options.weekStart]);
}
