// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";

/** @returns Name of the stake weight, for wallets to show. */
export function name(connection: Connection): Promise<string> {
  return read(connection, stakeWeight, "name()", []);
}
