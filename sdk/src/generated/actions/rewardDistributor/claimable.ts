// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { rewardDistributor } from "./contract.js";

/** @returns What `claim` pays for `account` in this very block, in wei. */
export function claimable(connection: Connection, options: { account: string }): Promise<bigint> {
  return read(connection, rewardDistributor, "claimable(address)", [options.account]);
}
