// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { rewardDistributor } from "./contract.js";

/**
 * `fund` with `amountPerWeek` for each of `weekCount` weeks from `firstWeekStart` on.
 *
 * Reverts like `fund`, or with `NoWeeks`.
 */
export function fundRange(
  connection: Connection,
  options: { firstWeekStart: bigint | number; weekCount: bigint | number; amountPerWeek: bigint | number },
): Call<void> {
  return prepare(connection, rewardDistributor, "fundRange(uint256,uint256,uint256)", [
    options.firstWeekStart,
    options.weekCount,
    options.amountPerWeek,
  ]);
}
