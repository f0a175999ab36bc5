// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { performanceOracle } from "./contract.js";

/** From so long after the end of an epoch on a quorum is enough, if every node has data. */
export function quorumDelay(connection: Connection): Promise<bigint> {
  return read(connection, performanceOracle, "QUORUM_DELAY()", []);
}
