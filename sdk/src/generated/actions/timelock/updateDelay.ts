// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { timelock } from "./contract.js";

/** Changes the minimum timelock duration for future operations. Emits a `MinDelayChange` event. Requirements: - the caller must be the timelock itself. This can only be achieved by scheduling and later executing an operation where the timelock is the target and the data is the ABI-encoded call to this function. */
export function updateDelay(connection: Connection, options: { newDelay: bigint | number }): Call<void> {
  return prepare(connection, timelock, "updateDelay(uint256)", [options.newDelay]);
}
