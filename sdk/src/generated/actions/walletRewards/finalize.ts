// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { walletRewards } from "./contract.js";
import type * as types from "./types.js";

/**
 * Finalizes a period, once: checks the reports, and credits every eligible wallet with what it earned. Anyone may.
 *
 * Reverts with the errors above, those of OpenZeppelin's ECDSA for a malformed signature, or EnforcedPause. The cost grows with the entries of the reports only.
 *
 * @param options.period - The period before the running one.
 * @param options.configuration - The configuration in force in the last epoch of the period, as `configurationAt` tells it.
 * @param options.reports - In the order of their indices in the committee. The data of each has 12 bytes per wallet, in the order of the wallets: its id (4) and its count (8).
 */
export function finalize(
  connection: Connection,
  options: { period: bigint | number; configuration: types.Configuration; reports: readonly types.SignedReport[] },
): Call<void> {
  return prepare(
    connection,
    walletRewards,
    "finalize(uint256,((uint64,uint64,uint32,uint32),(uint64,uint64,uint8),(uint16,uint16,uint16,uint16,uint16),(address,address)[]),(uint256,bytes,bytes)[])",
    [options.period, options.configuration, options.reports],
  );
}
