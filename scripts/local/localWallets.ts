import { parseEther } from "ethers";
import { WALLET_PERIOD } from "../wallets/walletPeriod";
import { walletPeriodAt } from "../wallets/walletPeriodAt";

const DAY = 86_400;

/** As many periods ahead of the running one can be funded. */
const MAX_PERIODS_AHEAD = 26n;

/** What the period is funded with, in wei. */
export const PERIOD_FUNDING = parseEther("10000");

/** A wallet is known by its number, counted from 1. */
interface LocalWallet {
  isCertified: boolean;
  /** How many connections it signed in the period. */
  connections: bigint;
}

/** The wallets: three above the 100,000 that a wallet has to exceed, one at it, one below. */
export const localWallets: LocalWallet[] = [
  // Far ahead of the other certified one: it meets the limit of 30 %.
  { isCertified: true, connections: 2_400_000n },
  { isCertified: true, connections: 650_000n },
  { isCertified: false, connections: 410_000n },
  { isCertified: false, connections: 100_000n },
  { isCertified: false, connections: 62_000n },
];

/** When a local chain begins that is to begin at `start` at the latest: within the last whole period before `present`, or earlier. */
export function startBeforePeriodEnd(options: { start: number; present: number }): number {
  const { start, present } = options;
  const end = Number(walletPeriodAt(BigInt(present)) * WALLET_PERIOD);
  return Math.min(start, end - DAY);
}

/** The period to fund at `chainNow`: the last whole one before `present`, or the nearest to it that can be. */
export function periodToFund(options: { chainNow: number; present: number }): bigint {
  const running = walletPeriodAt(BigInt(options.chainNow));
  const wanted = walletPeriodAt(BigInt(options.present)) - 1n;
  if (wanted < running) return running;
  const latest = running + MAX_PERIODS_AHEAD;
  return wanted < latest ? wanted : latest;
}
