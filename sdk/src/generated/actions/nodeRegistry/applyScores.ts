// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRegistry } from "./contract.js";
import type * as types from "./types.js";

/**
 * Confines what failed in `epoch`, deactivates what qualifies no longer, and fills the seats. For the oracle, whose `scoring` tells the seats of the set it has the hash of.
 *
 * Reverts with `UnknownEpoch` or `WrongSet`.
 *
 * @param options.epoch - The epoch before the running one.
 * @returns `confined`: The seats whose nodes were confined for their scores. `paid`: The seats whose nodes are paid for the epoch.
 */
export function applyScores(
  connection: Connection,
  options: { epoch: bigint | number; scoring: types.Scoring; newThresholds: types.Thresholds },
): Call<{ paid: bigint; confined: bigint }> {
  return prepare(
    connection,
    nodeRegistry,
    "applyScores(uint256,(bytes32,uint256,uint256,uint256[],uint256),(uint64,uint64,uint8))",
    [options.epoch, options.scoring, options.newThresholds],
  );
}
