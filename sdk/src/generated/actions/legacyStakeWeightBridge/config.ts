// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { legacyStakeWeightBridge } from "./contract.js";

/** @returns The legacy system's configuration. */
export function config(connection: Connection): Promise<string> {
  return read(connection, legacyStakeWeightBridge, "config()", []);
}
