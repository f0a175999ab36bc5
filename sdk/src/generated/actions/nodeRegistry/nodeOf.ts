// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRegistry } from "./contract.js";
import type * as types from "./types.js";

/** @returns All that is kept of the node of `operator`, as it is now, whether written or only due. */
export function nodeOf(connection: Connection, options: { operator: string }): Promise<types.Node> {
  return read(connection, nodeRegistry, "nodeOf(address)", [options.operator]);
}
