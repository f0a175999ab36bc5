// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";

/** May hold back and take part of a position. For NodeRewards alone. */
export function slasherRole(connection: Connection): Promise<string> {
  return read(connection, stakeWeight, "SLASHER_ROLE()", []);
}
