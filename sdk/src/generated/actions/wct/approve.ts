// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { wct } from "./contract.js";

/** See `approve`. NOTE: If `value` is the maximum `uint256`, the allowance is not updated on `transferFrom`. This is semantically equivalent to an infinite approval. Requirements: - `spender` cannot be the zero address. */
export function approve(connection: Connection, options: { spender: string; value: bigint | number }): Call<boolean> {
  return prepare(connection, wct, "approve(address,uint256)", [options.spender, options.value]);
}
