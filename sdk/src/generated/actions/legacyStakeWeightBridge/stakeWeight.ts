// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { legacyStakeWeightBridge } from "./contract.js";

/** @returns Where locks go. */
export function stakeWeight(connection: Connection): Promise<string> {
  return read(connection, legacyStakeWeightBridge, "stakeWeight()", []);
}
