// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { wct } from "./contract.js";

/** See `transfer`. Requirements: - `to` cannot be the zero address. - the caller must have a balance of at least `value`. */
export function transfer(connection: Connection, options: { to: string; value: bigint | number }): Call<boolean> {
  return prepare(connection, wct, "transfer(address,uint256)", [options.to, options.value]);
}
