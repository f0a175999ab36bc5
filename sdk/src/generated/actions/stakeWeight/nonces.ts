// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";

/** Returns the next unused nonce for an address. */
export function nonces(connection: Connection, options: { owner: string }): Promise<bigint> {
  return read(connection, stakeWeight, "nonces(address)", [options.owner]);
}
