// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { walletRewards } from "./contract.js";

/** A wallet is eligible with strictly more connections than this in a period. */
export function threshold(connection: Connection): Promise<bigint> {
  return read(connection, walletRewards, "THRESHOLD()", []);
}
