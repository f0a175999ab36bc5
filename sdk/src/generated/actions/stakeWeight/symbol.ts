// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";

/** @returns Symbol of the stake weight, for wallets to show. */
export function symbol(connection: Connection): Promise<string> {
  return read(connection, stakeWeight, "symbol()", []);
}
