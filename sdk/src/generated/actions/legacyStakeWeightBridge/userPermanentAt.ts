// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { legacyStakeWeightBridge } from "./contract.js";

/** @returns Weight of the perpetual lock of `account` at its point `index`. */
export function userPermanentAt(
  connection: Connection,
  options: { account: string; index: bigint | number },
): Promise<bigint> {
  return read(connection, legacyStakeWeightBridge, "userPermanentAt(address,uint256)", [
    options.account,
    options.index,
  ]);
}
