// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";

/**
 * `increaseAmount` and `relock` in one transaction.
 *
 * Reverts like `relock`, or with `StakeLimitExceeded` or `TransferNotWhole`.
 *
 * @param options.amount - In wei, may be 0. While Locked with `presetWeeks` already, the preset stays and only `amount` is added.
 */
export function update(
  connection: Connection,
  options: { amount: bigint | number; presetWeeks: bigint | number },
): Call<void> {
  return prepare(connection, stakeWeight, "update(uint256,uint256)", [options.amount, options.presetWeeks]);
}
