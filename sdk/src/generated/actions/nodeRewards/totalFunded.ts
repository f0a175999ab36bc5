// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRewards } from "./contract.js";

/** @returns All that was ever funded, in wei. */
export function totalFunded(connection: Connection): Promise<bigint> {
  return read(connection, nodeRewards, "totalFunded()", []);
}
