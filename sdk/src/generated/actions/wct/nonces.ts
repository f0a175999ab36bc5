// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { wct } from "./contract.js";

/** Returns the current nonce for `owner`. This value must be included whenever a signature is generated for `permit`. Every successful call to `permit` increases ``owner``'s nonce by one. This prevents a signature from being used multiple times. */
export function nonces(connection: Connection, options: { owner: string }): Promise<bigint> {
  return read(connection, wct, "nonces(address)", [options.owner]);
}
