// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRegistry } from "./contract.js";

/** The least position of a node, in wei. */
export function minStake(connection: Connection): Promise<bigint> {
  return read(connection, nodeRegistry, "MIN_STAKE()", []);
}
