// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { walletRewards } from "./contract.js";

/**
 * Sets which part of what is funded goes to the certified pool, from the next period on. For the administrator.
 *
 * Reverts with `InvalidCertifiedShare`.
 *
 * @param options.shareBps - In basis points: 5,001..10,000.
 */
export function setCertifiedShare(connection: Connection, options: { shareBps: bigint | number }): Call<void> {
  return prepare(connection, walletRewards, "setCertifiedShare(uint256)", [options.shareBps]);
}
