// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { rewardDistributor } from "./contract.js";

/** @returns The contract whose stake weight rewards are shared by. */
export function stakeWeight(connection: Connection): Promise<string> {
  return read(connection, rewardDistributor, "stakeWeight()", []);
}
