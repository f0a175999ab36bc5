// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRewards } from "./contract.js";

/**
 * `fund` with `amountPerEpoch` for each of `count` epochs from `firstEpoch` on.
 *
 * Reverts like `fund`, or with `NoEpochs`.
 */
export function fundRange(
  connection: Connection,
  options: { firstEpoch: bigint | number; count: bigint | number; amountPerEpoch: bigint | number },
): Call<void> {
  return prepare(connection, nodeRewards, "fundRange(uint256,uint256,uint256)", [
    options.firstEpoch,
    options.count,
    options.amountPerEpoch,
  ]);
}
