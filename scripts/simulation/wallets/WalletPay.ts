import { splitFunding } from "../../wallets/splitFunding";
import type { WalletShares } from "../../wallets/walletShares";

/** How what is funded is split by default. */
const CERTIFIED_SHARE_BPS = 7_000n;

/** Both pools. */
export interface Pools {
  linear: bigint;
  certified: bigint;
}

/** The wallets' pay by the rules: what was funded for each period, what each wallet earned of it, and what is carried on. */
export class WalletPay {
  totalFunded = 0n;
  totalPaid = 0n;

  readonly #owed = new Map<number, bigint>();
  /** What is there for the next period that is finalized, without what was funded for later ones. */
  #carried: Pools = { linear: 0n, certified: 0n };
  #fundings: { period: number; pools: Pools }[] = [];

  fund(period: number, amount: bigint): void {
    const pools = splitFunding({ funding: amount, certifiedShareBps: CERTIFIED_SHARE_BPS });
    this.#fundings.push({ period, pools });
    this.totalFunded += amount;
  }

  budgetOf(period: number): Pools {
    const open = this.#fundings.filter((funding) => funding.period <= period).map(({ pools }) => pools);
    return [this.#carried, ...open].reduce((sum, pools) => ({
      linear: sum.linear + pools.linear,
      certified: sum.certified + pools.certified,
    }));
  }

  settle(period: number, { shares, linearCarried, certifiedCarried }: WalletShares): void {
    for (const { walletId, linear, certified } of shares) {
      this.#owed.set(walletId, this.owedTo(walletId) + linear + certified);
    }
    this.#carried = { linear: linearCarried, certified: certifiedCarried };
    this.#fundings = this.#fundings.filter((funding) => funding.period > period);
  }

  owedTo(walletId: number): bigint {
    return this.#owed.get(walletId) ?? 0n;
  }

  /** Owed, carried on, or for periods still to be finalized. */
  unpaid(): bigint {
    const pools = [this.#carried, ...this.#fundings.map((funding) => funding.pools)];
    const waiting = pools.reduce((sum, { linear, certified }) => sum + linear + certified, 0n);
    return [...this.#owed.values()].reduce((sum, amount) => sum + amount, waiting);
  }

  claim(walletId: number): bigint {
    const amount = this.owedTo(walletId);
    this.#owed.set(walletId, 0n);
    this.totalPaid += amount;
    return amount;
  }
}
