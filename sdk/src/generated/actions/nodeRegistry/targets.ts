// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRegistry } from "./contract.js";

/** @returns `active`: How many Active nodes are wanted. `reserved`: How many Reserved ones. */
export function targets(connection: Connection): Promise<{ active: bigint; reserved: bigint }> {
  return read(connection, nodeRegistry, "targets()", []);
}
