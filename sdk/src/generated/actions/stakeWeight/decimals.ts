// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";

/** @returns Decimals of the stake weight: those of the token. */
export function decimals(connection: Connection): Promise<bigint> {
  return read(connection, stakeWeight, "decimals()", []);
}
