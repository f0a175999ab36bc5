// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRewards } from "./contract.js";

/** Stops funding. For the pauser. */
export function pause(connection: Connection): Call<void> {
  return prepare(connection, nodeRewards, "pause()", []);
}
