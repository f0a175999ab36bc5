// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { rewardDistributor } from "./contract.js";

/** @returns Start of the first week that is not closed yet, unix seconds. */
export function firstOpenWeekStart(connection: Connection): Promise<bigint> {
  return read(connection, rewardDistributor, "firstOpenWeekStart()", []);
}
