import { lowerMedian } from "./lowerMedian";
import { squareRoot } from "./squareRoot";
import type { WalletCount } from "./WalletCount";

const THRESHOLD = 100_000n;
const CAP_BPS = 3_000n;
const BPS = 10_000n;

/** What an eligible wallet earns. */
export interface WalletShare {
  readonly walletId: number;
  /** The median. */
  readonly count: bigint;
  readonly linear: bigint;
  readonly certified: bigint;
}

/** Both pools of a period, shared. Amounts in wei. */
export interface WalletShares {
  /** Of the eligible wallets, in the order of their ids. */
  readonly shares: readonly WalletShare[];
  readonly linearEarned: bigint;
  readonly certifiedEarned: bigint;
  /** What nobody earned: it belongs to the same pool of the next period. */
  readonly linearCarried: bigint;
  readonly certifiedCarried: bigint;
}

/**
 * What every wallet earns, worked out from the rules, to the wei.
 *
 * `reports` are those that are handed in, `certified` the wallets that were certified in the last second of the period; the
 * budgets include what is rolled over.
 */
export function walletShares(options: {
  reports: readonly (readonly WalletCount[])[];
  certified: ReadonlySet<number>;
  linearBudget: bigint;
  certifiedBudget: bigint;
}): WalletShares {
  const { reports, certified, linearBudget, certifiedBudget } = options;
  const tables = reports.map((counts) => new Map(counts.map(({ walletId, count }) => [walletId, count])));
  const named = [...new Set(tables.flatMap((table) => [...table.keys()]))].sort((a, b) => a - b);
  const eligible = named
    .map((walletId) => ({ walletId, count: lowerMedian(tables.map((table) => table.get(walletId) ?? 0n)) }))
    .filter(({ count }) => count > THRESHOLD)
    .map((wallet) => ({ ...wallet, power: certified.has(wallet.walletId) ? squareRoot(wallet.count ** 3n) : 0n }));

  const countSum = sum(eligible.map(({ count }) => count));
  const powerSum = sum(eligible.map(({ power }) => power));
  const cap = (certifiedBudget * CAP_BPS) / BPS;
  const shares = eligible.map(({ walletId, count, power }) => {
    const share = power === 0n ? 0n : (certifiedBudget * power) / powerSum;
    return { walletId, count, linear: (linearBudget * count) / countSum, certified: share < cap ? share : cap };
  });
  const linearEarned = sum(shares.map(({ linear }) => linear));
  const certifiedEarned = sum(shares.map((share) => share.certified));
  return {
    shares,
    linearEarned,
    certifiedEarned,
    linearCarried: linearBudget - linearEarned,
    certifiedCarried: certifiedBudget - certifiedEarned,
  };
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n);
}
