// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";

/**
 * Reverts with `NotWeekStart`.
 *
 * @returns The weight of `account` that counts for the rewards of the week from `weekStart`: at that second, of the position that stood strictly before it. In wei, rounded down.
 */
export function weightForPeriod(
  connection: Connection,
  options: { account: string; weekStart: bigint | number },
): Promise<bigint> {
  return read(connection, stakeWeight, "weightForPeriod(address,uint256)", [options.account, options.weekStart]);
}
