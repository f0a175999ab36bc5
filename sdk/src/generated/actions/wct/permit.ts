// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { wct } from "./contract.js";

/** Sets `value` as the allowance of `spender` over ``owner``'s tokens, given ``owner``'s signed approval. IMPORTANT: The same issues `approve` has related to transaction ordering also applies here. Emits an `Approval` event. Requirements: - `spender` cannot be the zero address. - `deadline` must be a timestamp in the future. - `v`, `r` and `s` must be a valid `secp256k1` signature from `owner` over the EIP712-formatted function arguments. - the signature must use ``owner``'s current nonce (see `nonces`). For more information on the signature format, see the https://eips.ethereum.org/EIPS/eip-2612#specification[relevant EIP section]. CAUTION: See Security Considerations above. */
export function permit(
  connection: Connection,
  options: {
    owner: string;
    spender: string;
    value: bigint | number;
    deadline: bigint | number;
    v: bigint | number;
    r: string;
    s: string;
  },
): Call<void> {
  return prepare(connection, wct, "permit(address,address,uint256,uint256,uint8,bytes32,bytes32)", [
    options.owner,
    options.spender,
    options.value,
    options.deadline,
    options.v,
    options.r,
    options.s,
  ]);
}
