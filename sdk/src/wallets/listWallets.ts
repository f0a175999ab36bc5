import type { Connection } from "../connection/Connection.js";
import { pin, type PinnedConnection } from "../connection/pin.js";
import { walletCount } from "../generated/actions/walletRewards/walletCount.js";
import { walletOf } from "../generated/actions/walletRewards/walletOf.js";
import { readEvents } from "../history/readEvents.js";
import { inBatches } from "../support/inBatches.js";

/** What a wallet earned in a period, amounts in wei. */
export interface WalletEarning {
  /** Periods of four weeks since 1970. */
  readonly period: bigint;
  /** Its connections: the median of what the committee counted. */
  readonly count: bigint;
  /** Out of the pool of all eligible wallets. */
  readonly linear: bigint;
  /** Out of the pool of the certified ones. */
  readonly certified: bigint;
}

/** A wallet, and what it is owed. */
export interface WalletEntry {
  readonly walletId: bigint;
  /** Who registered it. */
  readonly owner: string;
  /** Where its pay goes. */
  readonly payout: string;
  /** What it has earned and not been paid, in wei. */
  readonly owed: bigint;
  /** Whether it is certified now. */
  readonly isCertified: boolean;
  /** What the last finalized period brought it; undefined if it was not eligible, or if none was finalized yet. */
  readonly lastEarning: WalletEarning | undefined;
}

/** All wallets, in the order of their ids, all as of one block. */
export async function listWallets(connection: Connection): Promise<WalletEntry[]> {
  const pinned = await pin(connection);
  const [count, earnings] = await Promise.all([walletCount(pinned), readLastEarnings(pinned)]);
  const ids = Array.from({ length: Number(count) }, (_, index) => BigInt(index + 1));
  return inBatches(ids, async (walletId) => ({
    walletId,
    ...(await walletOf(pinned, { walletId })),
    lastEarning: earnings.get(walletId),
  }));
}

/** What the wallets earned in the period that was finalized last, by their ids. */
async function readLastEarnings(connection: PinnedConnection): Promise<Map<bigint, WalletEarning>> {
  const contract = "WalletRewards";
  const finalized = await readEvents(connection, { contract, event: "PeriodFinalized" });
  const last = finalized.at(-1);
  if (!last) return new Map();
  const { period } = last.args;
  // A finalization tells in one block what everybody earned.
  const range = { fromBlock: last.block, toBlock: last.block };
  const earned = await readEvents(connection, { contract, event: "WalletEarned", args: { period }, ...range });
  return new Map(earned.map(({ args: { walletId, ...earning } }) => [walletId, earning]));
}
