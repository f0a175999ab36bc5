// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { timelock } from "./contract.js";

/** Cancel an operation. Requirements: - the caller must have the 'canceller' role. */
export function cancel(connection: Connection, options: { id: string }): Call<void> {
  return prepare(connection, timelock, "cancel(bytes32)", [options.id]);
}
