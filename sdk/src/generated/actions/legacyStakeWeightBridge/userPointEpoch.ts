// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { legacyStakeWeightBridge } from "./contract.js";

/** @returns The number of the last point of `account`. */
export function userPointEpoch(connection: Connection, options: { account: string }): Promise<bigint> {
  return read(connection, legacyStakeWeightBridge, "userPointEpoch(address)", [options.account]);
}
