// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRewards } from "./contract.js";

/** How many missed epochs a settlement brings in by itself. */
export function maxMissedEpochs(connection: Connection): Promise<bigint> {
  return read(connection, nodeRewards, "MAX_MISSED_EPOCHS()", []);
}
