// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";

/**
 * Takes `amount` wei that were held back out of the position of `account`, and pays them to the caller, NodeRewards alone. The position goes on with the rest on its terms; without a rest it is gone as after `withdraw`.
 *
 * The weight is lower from this second on; the past stays. Reverts with `ZeroAmount` or `ExceedsHeld`. Works while paused, else a pause would keep what is held back from everybody.
 *
 * @param options.amount - In wei, whole gwei, above 0.
 */
export function slash(connection: Connection, options: { account: string; amount: bigint | number }): Call<void> {
  return prepare(connection, stakeWeight, "slash(address,uint256)", [options.account, options.amount]);
}
