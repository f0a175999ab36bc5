// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";

/**
 * Gives back `amount` wei that were held back of the position of `account`. For NodeRewards alone.
 *
 * Reverts with `ExceedsHeld`. Works while paused.
 *
 * @param options.amount - In wei, whole gwei; 0 changes nothing.
 */
export function releaseHeld(connection: Connection, options: { account: string; amount: bigint | number }): Call<void> {
  return prepare(connection, stakeWeight, "releaseHeld(address,uint256)", [options.account, options.amount]);
}
