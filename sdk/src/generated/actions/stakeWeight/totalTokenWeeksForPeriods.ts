// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";

/**
 * The totals that count for the rewards of `count` weeks from `weekStart` on, exact.
 *
 * Reverts with `NotWeekStart`.
 *
 * @returns Σ amount · remaining lock time, in wei · weeks, week by week.
 */
export function totalTokenWeeksForPeriods(
  connection: Connection,
  options: { weekStart: bigint | number; count: bigint | number },
): Promise<bigint[]> {
  return read(connection, stakeWeight, "totalTokenWeeksForPeriods(uint256,uint256)", [
    options.weekStart,
    options.count,
  ]);
}
