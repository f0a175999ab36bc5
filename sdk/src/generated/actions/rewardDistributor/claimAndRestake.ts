// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { rewardDistributor } from "./contract.js";

/**
 * Adds all that the caller is due to its own Locked or Unlocking position. No approval is needed.
 *
 * Reverts with `NothingToRestake`, or as `increaseAmount` does, with `NoActivePosition` or, while StakeWeight is paused, EnforcedPause; the reward stays claimable then. A pause of this contract does not stop it.
 *
 * @returns In wei.
 */
export function claimAndRestake(connection: Connection): Call<bigint> {
  return prepare(connection, rewardDistributor, "claimAndRestake()", []);
}
