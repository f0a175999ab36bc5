// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRegistry } from "./contract.js";

/** How long a confinement takes, and how long a node cannot register anew that gave up its seat. */
export function confinementTime(connection: Connection): Promise<bigint> {
  return read(connection, nodeRegistry, "CONFINEMENT_TIME()", []);
}
