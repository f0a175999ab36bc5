import { type StakeModel, toWeight, WEEK, weekStartOf } from "./StakeModel";

/** Shares are kept in units of 2^-320 wei, so that what is lost of them stays below 2^-190 wei. */
const UNIT_BITS = 320n;

/** Rounding of the contract: less than 1 wei per stretch, and 2^-9 of it for the running sums. */
const LOST_NUMERATOR = 513n;
const LOST_DENOMINATOR = 512n;

/** What an account is due, as the contract may pay it: in wei, both included. */
export interface Due {
  least: bigint;
  most: bigint;
}

/**
 * Rewards by the rules alone: at the end of every week each account gets its part of what was funded, by what it weighed just
 * before the week began; one after the other, one week after the other, with no sum over weeks and no formula for stretches.
 */
export class RewardModel {
  totalFunded = 0n;
  totalPaid = 0n;
  /** What the stakers of finished weeks shared. */
  totalShared = 0n;
  /** How many stretches ever earned: each may leave less than 1 wei behind. */
  totalStretches = 0;

  readonly #stakes: StakeModel;
  readonly #funding = new Map<number, bigint>();
  readonly #rewards = new Map<number, bigint>();
  /** By account, in wei · 2^320. */
  readonly #due: bigint[];
  /** In how many stretches of an unchanged position that was earned. */
  readonly #stretches: number[];
  /** The state of the position that earned last; -1 after a claim. */
  readonly #earning: number[];
  /** Of the running week: what each account weighed just before it, and as what state of its position. */
  #shares: { tokenSeconds: bigint; changes: number }[] = [];
  #totalShare = 0n;
  #handedOn = 0n;
  #weekStart: number;

  constructor(stakes: StakeModel, start: number) {
    this.#stakes = stakes;
    this.#weekStart = weekStartOf(start);
    this.#due = stakes.positions.map(() => 0n);
    this.#stretches = stakes.positions.map(() => 0);
    this.#earning = stakes.positions.map(() => -1);
  }

  /** Brings all weeks up to `second` to their end. Before anything that happens in that second. */
  advanceTo(second: number): void {
    while (this.#weekStart + WEEK <= second) {
      this.#finish();
      this.#weekStart += WEEK;
      this.#begin();
    }
  }

  fund(weekStart: number, amount: bigint): void {
    this.#funding.set(weekStart, (this.#funding.get(weekStart) ?? 0n) + amount);
    this.totalFunded += amount;
  }

  due(account: number): Due {
    const exact = this.#due[account]!;
    const lost = ((BigInt(this.#stretches[account]!) * LOST_NUMERATOR) << UNIT_BITS) / LOST_DENOMINATOR;
    const unit = 1n << UNIT_BITS;
    // What the units themselves lose is far below this one part of 2^128 wei.
    const most = (exact + (1n << (UNIT_BITS - 128n))) >> UNIT_BITS;
    const least = exact <= lost ? 0n : (exact - lost + unit - 1n) >> UNIT_BITS;
    return { least, most };
  }

  /** `account` was paid all that it was due. */
  settle(account: number, paid: bigint): void {
    this.totalPaid += paid;
    this.#due[account] = 0n;
    this.#stretches[account] = 0;
    this.#earning[account] = -1;
  }

  /** What was funded for a week. */
  fundedFor(weekStart: number): bigint {
    return this.#funding.get(weekStart) ?? 0n;
  }

  /** By what the running week's reward is shared: what all accounts weighed just before it, as stake weight. */
  periodWeight(): bigint {
    return toWeight(this.#totalShare);
  }

  /** What an account weighed just before the running week, as stake weight. */
  periodWeightOf(account: number): bigint {
    return toWeight(this.#shares[account]?.tokenSeconds ?? 0n);
  }

  /** What no finished week shared. */
  unshared(): bigint {
    return this.totalFunded - this.totalShared;
  }

  /** What the stakers of a finished week shared. */
  rewardOf(weekStart: number): bigint {
    return this.#rewards.get(weekStart) ?? 0n;
  }

  #begin(): void {
    this.#totalShare = 0n;
    this.#shares = this.#stakes.positions.map(({ changes }, account) => {
      const tokenSeconds = this.#stakes.tokenSeconds(account, this.#weekStart);
      this.#totalShare += tokenSeconds;
      return { tokenSeconds, changes };
    });
  }

  #finish(): void {
    const reward = (this.#funding.get(this.#weekStart) ?? 0n) + this.#handedOn;
    if (reward === 0n) return;
    if (this.#totalShare === 0n) {
      this.#handedOn = reward;
      return;
    }
    this.#handedOn = 0n;
    this.totalShared += reward;
    this.#rewards.set(this.#weekStart, reward);
    const perTokenSecond = (reward << UNIT_BITS) / this.#totalShare;
    for (const [account, { tokenSeconds, changes }] of this.#shares.entries()) {
      if (tokenSeconds === 0n) continue;
      this.#due[account]! += tokenSeconds * perTokenSecond;
      if (this.#earning[account] === changes) continue;
      this.#earning[account] = changes;
      this.#stretches[account]! += 1;
      this.totalStretches += 1;
    }
  }
}
