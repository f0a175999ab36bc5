// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";

/** @returns Σ amounts of all positions, Unlocked ones included, in wei. */
export function totalStaked(connection: Connection): Promise<bigint> {
  return read(connection, stakeWeight, "totalStaked()", []);
}
