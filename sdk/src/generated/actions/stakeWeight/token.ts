// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";

/** @returns The staked ERC-20 token. */
export function token(connection: Connection): Promise<string> {
  return read(connection, stakeWeight, "token()", []);
}
