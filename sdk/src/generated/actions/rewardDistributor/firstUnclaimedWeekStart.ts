// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { rewardDistributor } from "./contract.js";

/** @returns Start of the first week whose reward `account` has not claimed, unix seconds; 0 before its first claim. */
export function firstUnclaimedWeekStart(connection: Connection, options: { account: string }): Promise<bigint> {
  return read(connection, rewardDistributor, "firstUnclaimedWeekStart(address)", [options.account]);
}
