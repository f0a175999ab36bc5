// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRegistry } from "./contract.js";

/** May hand in scores and expel who signed two reports. For the PerformanceOracle alone. */
export function oracleRole(connection: Connection): Promise<string> {
  return read(connection, nodeRegistry, "ORACLE_ROLE()", []);
}
