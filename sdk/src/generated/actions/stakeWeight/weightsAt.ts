// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";

/**
 * The weights of many accounts, like `weightAt`, and who of them is Locked with enough: in one call.
 *
 * @param options.accounts - At most 256.
 * @param options.timestamp - Of the weights.
 * @param options.minAmount - In wei.
 * @returns `locked`: One bit per account: whether its position is Locked now, of at least `minAmount` and with a preset of at least `minPresetWeeks`. `weights`: In wei.
 */
export function weightsAt(
  connection: Connection,
  options: {
    accounts: readonly string[];
    timestamp: bigint | number;
    minAmount: bigint | number;
    minPresetWeeks: bigint | number;
  },
): Promise<{ weights: bigint[]; locked: bigint }> {
  return read(connection, stakeWeight, "weightsAt(address[],uint256,uint256,uint256)", [
    options.accounts,
    options.timestamp,
    options.minAmount,
    options.minPresetWeeks,
  ]);
}
