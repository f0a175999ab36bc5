// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRewards } from "./contract.js";

/** May settle epochs and propose slashes. For the PerformanceOracle alone. */
export function oracleRole(connection: Connection): Promise<string> {
  return read(connection, nodeRewards, "ORACLE_ROLE()", []);
}
