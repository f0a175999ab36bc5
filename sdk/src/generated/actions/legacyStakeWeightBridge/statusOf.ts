// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { legacyStakeWeightBridge } from "./contract.js";
import type * as types from "./types.js";

/** @returns What `migrate` would do with the lock of `account` now. */
export function statusOf(connection: Connection, options: { account: string }): Promise<types.LockStatus> {
  return read(connection, legacyStakeWeightBridge, "statusOf(address)", [options.account]);
}
