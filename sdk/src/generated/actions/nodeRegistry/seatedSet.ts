// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRegistry } from "./contract.js";
import type * as types from "./types.js";

/** @returns The nodes that are Active or Reserved now; at the opening of an epoch nobody has changed yet, its set. */
export function seatedSet(connection: Connection): Promise<types.SeatedSet> {
  return read(connection, nodeRegistry, "seatedSet()", []);
}
