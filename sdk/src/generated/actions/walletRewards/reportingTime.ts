// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { walletRewards } from "./contract.js";

/** Without all reports, a period can be finalized so many seconds after its end. */
export function reportingTime(connection: Connection): Promise<bigint> {
  return read(connection, walletRewards, "REPORTING_TIME()", []);
}
