// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";

/** @returns How much of the position of `account` is held back for a slash, in wei; never more than its amount. */
export function heldOf(connection: Connection, options: { account: string }): Promise<bigint> {
  return read(connection, stakeWeight, "heldOf(address)", [options.account]);
}
