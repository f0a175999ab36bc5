// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { rewardDistributor } from "./contract.js";

/**
 * Reverts with `NotWeekStart`.
 *
 * @returns Once the week is closed, what its stakers share, in wei, 0 if it was handed on; until then, what was funded for it and handed on to it so far. Weeks that are over but not closed hand on nothing yet.
 */
export function rewardForPeriod(connection: Connection, options: { weekStart: bigint | number }): Promise<bigint> {
  return read(connection, rewardDistributor, "rewardForPeriod(uint256)", [options.weekStart]);
}
