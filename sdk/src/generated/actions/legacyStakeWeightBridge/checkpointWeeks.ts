// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { legacyStakeWeightBridge } from "./contract.js";

/** `checkpoint` in parts, after a silence of years: at most `max` points. */
export function checkpointWeeks(connection: Connection, options: { max: bigint | number }): Call<void> {
  return prepare(connection, legacyStakeWeightBridge, "checkpointWeeks(uint256)", [options.max]);
}
