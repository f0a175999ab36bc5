// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";

/**
 * Hands all tokens beyond the positions' own to the reward distributor, the only one who may call this.
 *
 * Reverts with `NoStrayTokens`.
 *
 * @returns In wei.
 */
export function releaseStrayTokens(connection: Connection): Call<bigint> {
  return prepare(connection, stakeWeight, "releaseStrayTokens()", []);
}
