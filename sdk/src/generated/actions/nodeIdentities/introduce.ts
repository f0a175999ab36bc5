// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeIdentities } from "./contract.js";

/**
 * Takes in a node that registers: its endpoint at once, its key at once if it is its first, else from the next epoch on. For the NodeRegistry.
 *
 * Reverts like `setKey` and `setEndpoint`.
 */
export function introduce(
  connection: Connection,
  options: { operator: string; key: string; endpoint: string; signature: string },
): Call<void> {
  return prepare(connection, nodeIdentities, "introduce(address,address,string,bytes)", [
    options.operator,
    options.key,
    options.endpoint,
    options.signature,
  ]);
}
