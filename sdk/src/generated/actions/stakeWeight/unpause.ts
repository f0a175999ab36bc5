// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";

/** Ends a pause. For the administrator. */
export function unpause(connection: Connection): Call<void> {
  return prepare(connection, stakeWeight, "unpause()", []);
}
