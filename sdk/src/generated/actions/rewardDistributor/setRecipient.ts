// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { rewardDistributor } from "./contract.js";

/**
 * Sends the caller's rewards to `recipient` from now on; to the caller itself again by its own address.
 *
 * Warning: rewards of past weeks that are not claimed yet go there as well. Reverts with `InvalidRecipient`.
 */
export function setRecipient(connection: Connection, options: { recipient: string }): Call<void> {
  return prepare(connection, rewardDistributor, "setRecipient(address)", [options.recipient]);
}
