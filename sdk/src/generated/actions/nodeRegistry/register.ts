// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRegistry } from "./contract.js";

/**
 * Registers the caller's node, or registers it anew after it was deactivated: Standby.
 *
 * Reverts with `WrongStatus`, `TooEarlyToReturn`, `NotAllowed`, `StakeNotQualified`, like `setKey` and `setEndpoint`, or with EnforcedPause.
 *
 * @param options.key - The address that signs its reports, never another operator's.
 * @param options.endpoint - Where it answers; no other registered node's.
 * @param options.keySignature - `key`'s signature of `keyDigest`, which proves that the caller holds it.
 */
export function register(
  connection: Connection,
  options: { key: string; endpoint: string; keySignature: string },
): Call<void> {
  return prepare(connection, nodeRegistry, "register(address,string,bytes)", [
    options.key,
    options.endpoint,
    options.keySignature,
  ]);
}
