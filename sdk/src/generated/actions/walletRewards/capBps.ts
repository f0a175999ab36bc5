// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { walletRewards } from "./contract.js";

/** The most that one wallet gets of the certified pool, in basis points. */
export function capBps(connection: Connection): Promise<bigint> {
  return read(connection, walletRewards, "CAP_BPS()", []);
}
