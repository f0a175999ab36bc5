// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { legacyStakeWeightBridge } from "./contract.js";
import type * as types from "./types.js";

/** @returns `lock`: The lock of `account` and the preset that it has if it is perpetual, in weeks. */
export function lockOf(
  connection: Connection,
  options: { account: string },
): Promise<{ lock: types.LockedBalance; presetWeeks: bigint }> {
  return read(connection, legacyStakeWeightBridge, "lockOf(address)", [options.account]);
}
