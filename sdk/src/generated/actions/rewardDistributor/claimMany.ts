// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { rewardDistributor } from "./contract.js";

/**
 * `claim` for each of `accounts`.
 *
 * Works while paused. Warning: a recipient that the token refuses to pay fails the whole batch; leave it out.
 *
 * @returns The sum paid, in wei.
 */
export function claimMany(connection: Connection, options: { accounts: readonly string[] }): Call<bigint> {
  return prepare(connection, rewardDistributor, "claimMany(address[])", [options.accounts]);
}
