// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";
import type * as types from "./types.js";

/**
 * The line that counts for `account` in the rewards of the week from `weekStart`, exact.
 *
 * Reverts with `NotWeekStart`.
 *
 * @returns `line`: The position's line as it stood strictly before `weekStart`. `sinceWeekStart`: The first week start for which the same line counts, unix seconds.
 */
export function lineForPeriod(
  connection: Connection,
  options: { account: string; weekStart: bigint | number },
): Promise<{ line: types.Line; sinceWeekStart: bigint }> {
  return read(connection, stakeWeight, "lineForPeriod(address,uint256)", [options.account, options.weekStart]);
}
