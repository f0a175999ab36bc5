/** How many connections a wallet signed in a period. */
export interface WalletCount {
  readonly walletId: number;
  readonly count: bigint;
}

/** An encoded entry: the wallet's id (4 bytes), its count (8). */
export const ENTRY_BYTES = 12;
export const MAX_WALLET_ID = 2 ** 32 - 1;
export const MAX_COUNT = 2n ** 64n - 1n;
