// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRegistry } from "./contract.js";

/** How long stronger nodes can displace the one that was called up; only then is there a confirmation. */
export function displacementTime(connection: Connection): Promise<bigint> {
  return read(connection, nodeRegistry, "DISPLACEMENT_TIME()", []);
}
