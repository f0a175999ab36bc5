// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";

/** Returns true if the contract is paused, and false otherwise. */
export function paused(connection: Connection): Promise<boolean> {
  return read(connection, stakeWeight, "paused()", []);
}
