// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { legacyStakeWeightBridge } from "./contract.js";

/** @returns The number of the last point of the total. */
export function epoch(connection: Connection): Promise<bigint> {
  return read(connection, legacyStakeWeightBridge, "epoch()", []);
}
