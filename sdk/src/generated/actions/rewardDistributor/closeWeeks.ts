// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { rewardDistributor } from "./contract.js";

/**
 * Closes up to `max` finished weeks, the oldest first. Every claim closes what is left, so this is needed only after a silence of years, to spread the work over several transactions.
 *
 * Works while paused.
 *
 * @returns How many weeks were closed.
 */
export function closeWeeks(connection: Connection, options: { max: bigint | number }): Call<bigint> {
  return prepare(connection, rewardDistributor, "closeWeeks(uint256)", [options.max]);
}
