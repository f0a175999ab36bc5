// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";

/** @returns Votes of `account` now, in wei of stake weight: its own unless given away, and those given to it, each rounded down. */
export function getVotes(connection: Connection, options: { account: string }): Promise<bigint> {
  return read(connection, stakeWeight, "getVotes(address)", [options.account]);
}
