// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRegistry } from "./contract.js";

/** How long a node cannot register anew that was called up and did not confirm, so that no place is kept by one that never serves. */
export function noShowTime(connection: Connection): Promise<bigint> {
  return read(connection, nodeRegistry, "NO_SHOW_TIME()", []);
}
