// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";

/** Stops what brings tokens or risk in; leaving goes on. For the pauser. */
export function pause(connection: Connection): Call<void> {
  return prepare(connection, stakeWeight, "pause()", []);
}
