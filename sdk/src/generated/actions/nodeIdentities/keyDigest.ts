// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeIdentities } from "./contract.js";

/** @returns What a key has to sign to prove that it belongs to `operator`: EIP-712, `KeyOwnership(address operator)`. */
export function keyDigest(connection: Connection, options: { operator: string }): Promise<string> {
  return read(connection, nodeIdentities, "keyDigest(address)", [options.operator]);
}
