// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { walletRewards } from "./contract.js";

/** Stops registrations, funding and finalizations. For the pauser. */
export function pause(connection: Connection): Call<void> {
  return prepare(connection, walletRewards, "pause()", []);
}
