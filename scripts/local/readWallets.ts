import { decodeCounts } from "../wallets/decodeCounts";
import { lowerMedian } from "../wallets/lowerMedian";
import { walletPeriod } from "../wallets/walletPeriod";
import type { LocalChain } from "./bindLocal";
import type { FinalizedPeriod } from "./finalizeWallets";

/** What became of a wallet in a period, in wei. */
export interface WalletOutcome {
  walletId: number;
  owner: string;
  /** When the period ended. */
  isCertified: boolean;
  /** The median. */
  connections: bigint;
  isEligible: boolean;
  linear: bigint;
  certified: bigint;
  /** Of all periods. */
  claimed: bigint;
}

export interface WalletsReport {
  period: bigint;
  /** Unix seconds. */
  start: number;
  /** Unix seconds: the first one after the period. */
  end: number;
  /** How many reports were used, and of how many. */
  reports: number;
  members: number;
  wallets: WalletOutcome[];
  /** In wei, of both pools; so are those below. */
  budget: bigint;
  paid: bigint;
  /** What the next period gets of the budget. */
  rolledOver: bigint;
}

/**
 * Reads back from the chain what a period brought the wallets. Only the counts of those that are not eligible are taken from
 * the reports: the chain does not keep them.
 */
export async function readWallets(options: { local: LocalChain; finalized: FinalizedPeriod }): Promise<WalletsReport> {
  const { local, finalized } = options;
  const { walletRewards } = local.contracts;
  const { period, members } = finalized;
  const [[finalization], earnings, claims, walletCount] = await Promise.all([
    walletRewards.queryFilter(walletRewards.filters.PeriodFinalized(period)),
    walletRewards.queryFilter(walletRewards.filters.WalletEarned(undefined, period)),
    walletRewards.queryFilter(walletRewards.filters.Claimed),
    walletRewards.walletCount(),
  ]);
  if (!finalization) throw new Error(`period ${period.toString()} is not finalized`);
  const { start, end } = walletPeriod(period);
  const tables = finalized.reports.map(
    (data) => new Map(decodeCounts(data).map(({ walletId, count }) => [walletId, count])),
  );

  const wallets = await Promise.all(
    Array.from({ length: Number(walletCount) }, async (_, index): Promise<WalletOutcome> => {
      const walletId = index + 1;
      const [{ owner }, isCertified] = await Promise.all([
        walletRewards.walletOf(walletId),
        walletRewards.isCertifiedAt(walletId, end - 1n),
      ]);
      const earned = earnings.find(({ args }) => Number(args.walletId) === walletId)?.args;
      return {
        walletId,
        owner,
        isCertified,
        connections: earned?.[2] ?? lowerMedian(tables.map((table) => table.get(walletId) ?? 0n)),
        isEligible: earned !== undefined,
        linear: earned?.linear ?? 0n,
        certified: earned?.certified ?? 0n,
        claimed: claims
          .filter(({ args }) => Number(args.walletId) === walletId)
          .reduce((sum, { args }) => sum + args.amount, 0n),
      };
    }),
  );
  const { linearBudget, certifiedBudget, linearEarned, certifiedEarned } = finalization.args;
  const budget = linearBudget + certifiedBudget;
  const paid = linearEarned + certifiedEarned;
  return {
    period,
    start: Number(start),
    end: Number(end),
    reports: finalized.reports.length,
    members,
    wallets,
    budget,
    paid,
    rolledOver: budget - paid,
  };
}
