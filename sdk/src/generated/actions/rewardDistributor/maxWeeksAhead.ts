// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { rewardDistributor } from "./contract.js";

/** How many weeks ahead of the running one can be funded. */
export function maxWeeksAhead(connection: Connection): Promise<bigint> {
  return read(connection, rewardDistributor, "MAX_WEEKS_AHEAD()", []);
}
