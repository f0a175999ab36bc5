// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";

/**
 * `increaseAmount` for `account`, paid by the caller: `account` itself or an operator that it approved.
 *
 * Reverts like `increaseAmount`, or with `NotOperator`. The reward distributor and the bridge of the legacy system need no approval: they add a claimed reward and a legacy lock, and only when the owner itself calls for it.
 */
export function increaseAmountFor(
  connection: Connection,
  options: { account: string; amount: bigint | number },
): Call<void> {
  return prepare(connection, stakeWeight, "increaseAmountFor(address,uint256)", [options.account, options.amount]);
}
