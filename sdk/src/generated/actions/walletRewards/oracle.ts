// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { walletRewards } from "./contract.js";

/** @returns The oracle whose configurations name the committee. */
export function oracle(connection: Connection): Promise<string> {
  return read(connection, walletRewards, "oracle()", []);
}
