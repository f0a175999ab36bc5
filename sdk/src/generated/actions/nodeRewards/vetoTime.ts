// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRewards } from "./contract.js";

/** How long a slash can be vetoed. */
export function vetoTime(connection: Connection): Promise<bigint> {
  return read(connection, nodeRewards, "VETO_TIME()", []);
}
