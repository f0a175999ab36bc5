// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { legacyStakeWeightBridge } from "./contract.js";
import type * as types from "./types.js";

/** @returns The lock of `account`, as the legacy system told it. */
export function locks(connection: Connection, options: { account: string }): Promise<types.LockedBalance> {
  return read(connection, legacyStakeWeightBridge, "locks(address)", [options.account]);
}
