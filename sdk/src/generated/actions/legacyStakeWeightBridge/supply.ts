// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { legacyStakeWeightBridge } from "./contract.js";

/** @returns Σ amounts of the locks that are still here, backed or not, by the legacy system's count. */
export function supply(connection: Connection): Promise<bigint> {
  return read(connection, legacyStakeWeightBridge, "supply()", []);
}
