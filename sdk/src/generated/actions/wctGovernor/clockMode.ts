// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { wctGovernor } from "./contract.js";

/** Machine-readable description of the clock as specified in ERC-6372. */
export function clockMode(connection: Connection): Promise<string> {
  return read(connection, wctGovernor, "CLOCK_MODE()", []);
}
