// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { walletRewards } from "./contract.js";

/** @returns The wallet that `owner` registered; 0 if none. */
export function idOf(connection: Connection, options: { owner: string }): Promise<bigint> {
  return read(connection, walletRewards, "idOf(address)", [options.owner]);
}
