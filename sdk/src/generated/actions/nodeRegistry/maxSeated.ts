// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRegistry } from "./contract.js";

/** The most seats that can be filled; the others are room for returning nodes. */
export function maxSeated(connection: Connection): Promise<bigint> {
  return read(connection, nodeRegistry, "MAX_SEATED()", []);
}
