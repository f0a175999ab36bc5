// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";

/** Receives and executes a batch of function calls on this contract. */
export function multicall(connection: Connection, options: { data: readonly string[] }): Call<string[]> {
  return prepare(connection, stakeWeight, "multicall(bytes[])", [options.data]);
}
