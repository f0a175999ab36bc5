// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { rewardDistributor } from "./contract.js";

/** Receives and executes a batch of function calls on this contract. */
export function multicall(connection: Connection, options: { data: readonly string[] }): Call<string[]> {
  return prepare(connection, rewardDistributor, "multicall(bytes[])", [options.data]);
}
