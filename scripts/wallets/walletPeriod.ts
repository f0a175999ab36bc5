/** Four weeks, in seconds. */
export const WALLET_PERIOD = 2_419_200n;
const EPOCH = 86_400n;

/** A wallet period: its first second, the first after it, and the epoch whose configuration names its committee. */
export interface WalletPeriod {
  readonly period: bigint;
  readonly start: bigint;
  readonly end: bigint;
  readonly lastEpoch: bigint;
}

/** The times of `period`. */
export function walletPeriod(period: bigint): WalletPeriod {
  const end = (period + 1n) * WALLET_PERIOD;
  return { period, start: period * WALLET_PERIOD, end, lastEpoch: (end - 1n) / EPOCH };
}
