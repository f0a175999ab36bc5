// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { rewardDistributor } from "./contract.js";

/** @returns Where rewards of `account` go: itself unless it set another. */
export function recipientOf(connection: Connection, options: { account: string }): Promise<string> {
  return read(connection, rewardDistributor, "recipientOf(address)", [options.account]);
}
