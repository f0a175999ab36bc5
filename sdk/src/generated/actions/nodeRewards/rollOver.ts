// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRewards } from "./contract.js";

/**
 * Brings the budgets of up to `max` missed epochs into the next that is settled, the oldest first. A settlement takes up to 32 of them by itself, so this is needed only after a longer silence.
 *
 * @returns How many were passed.
 */
export function rollOver(connection: Connection, options: { max: bigint | number }): Call<bigint> {
  return prepare(connection, nodeRewards, "rollOver(uint256)", [options.max]);
}
