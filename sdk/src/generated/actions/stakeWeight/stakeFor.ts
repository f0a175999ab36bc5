// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";

/**
 * `stake` for `account`, paid by the caller: `account` itself or an operator that it approved.
 *
 * Reverts like `stake`, or with `NotOperator`.
 */
export function stakeFor(
  connection: Connection,
  options: { account: string; amount: bigint | number; presetWeeks: bigint | number },
): Call<void> {
  return prepare(connection, stakeWeight, "stakeFor(address,uint256,uint256)", [
    options.account,
    options.amount,
    options.presetWeeks,
  ]);
}
