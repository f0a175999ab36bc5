// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeIdentities } from "./contract.js";

/**
 * Changes the caller's key from the next epoch on.
 *
 * Reverts with `NotRegistered`, `KeyTaken`, `WrongKeySignature`, or those of OpenZeppelin's ECDSA.
 *
 * @param options.key - The address that signs its reports, never another operator's.
 * @param options.signature - `key`'s signature of `keyDigest`, which proves that the caller holds it.
 */
export function setKey(connection: Connection, options: { key: string; signature: string }): Call<void> {
  return prepare(connection, nodeIdentities, "setKey(address,bytes)", [options.key, options.signature]);
}
