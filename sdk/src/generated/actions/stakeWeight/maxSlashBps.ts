// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";

/** The most that one slash may hold back, in parts of 10,000 of the amount: 1 %. */
export function maxSlashBps(connection: Connection): Promise<bigint> {
  return read(connection, stakeWeight, "MAX_SLASH_BPS()", []);
}
