// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRegistry } from "./contract.js";

/** Stops registrations and call-ups. For the pauser. */
export function pause(connection: Connection): Call<void> {
  return prepare(connection, nodeRegistry, "pause()", []);
}
