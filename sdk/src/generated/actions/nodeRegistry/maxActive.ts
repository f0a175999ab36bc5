// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRegistry } from "./contract.js";

/** The most Active nodes there can be. */
export function maxActive(connection: Connection): Promise<bigint> {
  return read(connection, nodeRegistry, "MAX_ACTIVE()", []);
}
