// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { wct } from "./contract.js";

/** See `transferFrom`. Skips emitting an `Approval` event indicating an allowance update. This is not required by the ERC. See {xref-ERC20-_approve-address-address-uint256-bool-}[_approve]. NOTE: Does not update the allowance if the current allowance is the maximum `uint256`. Requirements: - `from` and `to` cannot be the zero address. - `from` must have a balance of at least `value`. - the caller must have allowance for ``from``'s tokens of at least `value`. */
export function transferFrom(
  connection: Connection,
  options: { from: string; to: string; value: bigint | number },
): Call<boolean> {
  return prepare(connection, wct, "transferFrom(address,address,uint256)", [options.from, options.to, options.value]);
}
