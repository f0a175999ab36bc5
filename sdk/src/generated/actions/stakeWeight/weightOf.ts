// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";

/** @returns Stake weight of `account` now, in wei, rounded down. */
export function weightOf(connection: Connection, options: { account: string }): Promise<bigint> {
  return read(connection, stakeWeight, "weightOf(address)", [options.account]);
}
