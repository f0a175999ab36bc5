// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { rewardDistributor } from "./contract.js";

/**
 * Pays all that `account` is due to its recipient. Anyone may call.
 *
 * Closes every finished week first. Works while paused. What it costs depends on how often the position changed since the last claim, at most once per week; after years of that, `closeWeeks` and `claimThrough` do it in parts.
 *
 * @returns In wei; 0 if nothing is due, which is no error.
 */
export function claim(connection: Connection, options: { account: string }): Call<bigint> {
  return prepare(connection, rewardDistributor, "claim(address)", [options.account]);
}
