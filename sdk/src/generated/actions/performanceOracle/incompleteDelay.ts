// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { performanceOracle } from "./contract.js";

/** From so long after the end of an epoch on it is enough whoever has no data. */
export function incompleteDelay(connection: Connection): Promise<bigint> {
  return read(connection, performanceOracle, "INCOMPLETE_DELAY()", []);
}
