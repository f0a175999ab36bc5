// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { rewardDistributor } from "./contract.js";

/**
 * Reverts with `NotWeekStart` or `PeriodNotFinished`.
 *
 * @returns What `account` earned in the finished week from `weekStart`, claimed or not, in wei, rounded down on its own.
 */
export function rewardOf(
  connection: Connection,
  options: { account: string; weekStart: bigint | number },
): Promise<bigint> {
  return read(connection, rewardDistributor, "rewardOf(address,uint256)", [options.account, options.weekStart]);
}
