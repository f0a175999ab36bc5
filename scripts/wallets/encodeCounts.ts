import { concat, toBeHex } from "ethers";
import { assertCounts } from "./assertCounts";
import type { WalletCount } from "./WalletCount";

/** A report's data, 12 bytes per wallet. The counts must be in the order of the wallets. */
export function encodeCounts(counts: readonly WalletCount[]): string {
  assertCounts(counts);
  return concat(counts.flatMap(({ walletId, count }) => [toBeHex(walletId, 4), toBeHex(count, 8)]));
}
