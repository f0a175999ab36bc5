// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";

/** Delegates votes from the sender to `delegatee`. */
export function delegate(connection: Connection, options: { delegatee: string }): Call<void> {
  return prepare(connection, stakeWeight, "delegate(address)", [options.delegatee]);
}
