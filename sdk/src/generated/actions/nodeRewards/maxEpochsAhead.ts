// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRewards } from "./contract.js";

/** How many epochs ahead of the running one can be funded. */
export function maxEpochsAhead(connection: Connection): Promise<bigint> {
  return read(connection, nodeRewards, "MAX_EPOCHS_AHEAD()", []);
}
