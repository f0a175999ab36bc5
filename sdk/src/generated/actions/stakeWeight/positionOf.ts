// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";
import type * as types from "./types.js";

/** @returns The position of `account`, all zero if it has none. */
export function positionOf(connection: Connection, options: { account: string }): Promise<types.Position> {
  return read(connection, stakeWeight, "positionOf(address)", [options.account]);
}
