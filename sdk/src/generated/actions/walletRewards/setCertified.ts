// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { walletRewards } from "./contract.js";

/**
 * Certifies a wallet from now on, or no longer. What it was in the last second of a period counts for it. For the certifier.
 *
 * Reverts with `UnknownWallet` or `CertificationUnchanged`.
 */
export function setCertified(
  connection: Connection,
  options: { walletId: bigint | number; isCertified: boolean },
): Call<void> {
  return prepare(connection, walletRewards, "setCertified(uint256,bool)", [options.walletId, options.isCertified]);
}
