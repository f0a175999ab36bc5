// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";

/**
 * Lets `operator` open and add to the caller's position, out of the operator's own tokens, or forbids it again.
 *
 * Warning: an operator can open a position with a preset of its choice, and grow its history. Reverts with `ZeroAddress`. Works while paused.
 */
export function setOperator(connection: Connection, options: { operator: string; approved: boolean }): Call<void> {
  return prepare(connection, stakeWeight, "setOperator(address,bool)", [options.operator, options.approved]);
}
