// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRegistry } from "./contract.js";

/** How long a called-up node waits, so that a stronger one can displace it. */
export function displacementTime(connection: Connection): Promise<bigint> {
  return read(connection, nodeRegistry, "DISPLACEMENT_TIME()", []);
}
