// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeIdentities } from "./contract.js";

/** @returns The operator that `key` belongs to for ever; zero if none. */
export function operatorOfKey(connection: Connection, options: { key: string }): Promise<string> {
  return read(connection, nodeIdentities, "operatorOfKey(address)", [options.key]);
}
