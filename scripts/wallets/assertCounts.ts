import { MAX_COUNT, MAX_WALLET_ID, type WalletCount } from "./WalletCount";
import { WalletCountsError } from "./WalletCountsError";

/** Refuses counts that the contract would refuse: ids from 1 to `walletCount`, in order, none twice; counts of 64 bits. */
export function assertCounts(counts: readonly WalletCount[], walletCount: number = MAX_WALLET_ID): void {
  let previous = 0;
  for (const [entry, { walletId, count }] of counts.entries()) {
    if (!Number.isInteger(walletId) || walletId < 1 || walletId > walletCount) {
      throw new WalletCountsError({ entry, reason: `wallet ${walletId} is not one of 1..${walletCount}` });
    }
    if (walletId <= previous) {
      throw new WalletCountsError({ entry, reason: `wallet ${walletId} comes after wallet ${previous}` });
    }
    if (count < 0n || count > MAX_COUNT) {
      throw new WalletCountsError({ entry, reason: `the count ${String(count)} is not one of 0..2^64 − 1` });
    }
    previous = walletId;
  }
}
