import type { WalletCount } from "../wallets/WalletCount";
import { localWallets } from "./localWallets";

/** How far the next member's counts are away from a member's: one part of so many. */
const SPREAD = 2_000n;

/** One member claims this of the last wallet. */
export const falseClaim = { member: 6, walletId: localWallets.length, count: 5_000_000n };

/**
 * What a committee member counts of the wallets in a period, in place of real signatures: the first members see a little less
 * than there was, the last ones a little more, the one in the middle all. Members are counted from 1.
 */
export function simulateCounts(options: { member: number; members: number }): WalletCount[] {
  const { member, members } = options;
  const offset = BigInt(member - (members + 1) / 2);
  return localWallets.map(({ connections }, index) => {
    const walletId = index + 1;
    if (member === falseClaim.member && walletId === falseClaim.walletId) return { walletId, count: falseClaim.count };
    return { walletId, count: connections + (offset * connections) / SPREAD };
  });
}
