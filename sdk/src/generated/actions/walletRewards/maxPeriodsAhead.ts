// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { walletRewards } from "./contract.js";

/** How many periods ahead of the running one can be funded. */
export function maxPeriodsAhead(connection: Connection): Promise<bigint> {
  return read(connection, walletRewards, "MAX_PERIODS_AHEAD()", []);
}
