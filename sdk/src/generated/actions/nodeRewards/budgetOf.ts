// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRewards } from "./contract.js";

/** @returns What `epoch` would have to share if it were settled next, in wei: its own funding and what is rolled over from the epochs before it; for an epoch that is over and was passed, 0. */
export function budgetOf(connection: Connection, options: { epoch: bigint | number }): Promise<bigint> {
  return read(connection, nodeRewards, "budgetOf(uint256)", [options.epoch]);
}
