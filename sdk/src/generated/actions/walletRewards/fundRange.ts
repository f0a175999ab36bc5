// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { walletRewards } from "./contract.js";

/**
 * `fund` with `amountPerPeriod` for each of `count` periods from `firstPeriod` on.
 *
 * Reverts like `fund`, or with `NoPeriods`.
 */
export function fundRange(
  connection: Connection,
  options: { firstPeriod: bigint | number; count: bigint | number; amountPerPeriod: bigint | number },
): Call<void> {
  return prepare(connection, walletRewards, "fundRange(uint256,uint256,uint256)", [
    options.firstPeriod,
    options.count,
    options.amountPerPeriod,
  ]);
}
