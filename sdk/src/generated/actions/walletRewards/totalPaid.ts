// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { walletRewards } from "./contract.js";

/** @returns All that was ever paid out, in wei. */
export function totalPaid(connection: Connection): Promise<bigint> {
  return read(connection, walletRewards, "totalPaid()", []);
}
