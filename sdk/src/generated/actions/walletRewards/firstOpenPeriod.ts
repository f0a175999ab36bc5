// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { walletRewards } from "./contract.js";

/** @returns The first period whose funding was neither finalized nor rolled over; those before it are passed. */
export function firstOpenPeriod(connection: Connection): Promise<bigint> {
  return read(connection, walletRewards, "firstOpenPeriod()", []);
}
