// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";

/** @returns Stake weight of all positions now, in wei, rounded down once: at least the sum of the single ones, and less than one wei per position more. */
export function totalWeight(connection: Connection): Promise<bigint> {
  return read(connection, stakeWeight, "totalWeight()", []);
}
