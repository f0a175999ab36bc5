// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { legacyStakeWeightBridge } from "./contract.js";
import type * as types from "./types.js";

/** @returns Point `index` of `account`. */
export function userPointHistory(
  connection: Connection,
  options: { account: string; index: bigint | number },
): Promise<types.Point> {
  return read(connection, legacyStakeWeightBridge, "userPointHistory(address,uint256)", [
    options.account,
    options.index,
  ]);
}
