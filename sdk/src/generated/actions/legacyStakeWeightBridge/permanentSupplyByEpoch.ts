// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { legacyStakeWeightBridge } from "./contract.js";

/** @returns Weight of all perpetual locks at point `index` of the total. */
export function permanentSupplyByEpoch(connection: Connection, options: { index: bigint | number }): Promise<bigint> {
  return read(connection, legacyStakeWeightBridge, "permanentSupplyByEpoch(uint256)", [options.index]);
}
