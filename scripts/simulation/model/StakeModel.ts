/** A week, in seconds. */
export const WEEK = 604_800;

/** Stake weight is amount · remaining lock time ÷ 209 weeks. */
const WEIGHT_DENOMINATOR = BigInt(209 * WEEK);
const GWEI = 10n ** 9n;
const BPS = 10_000n;

export const PRESETS = [4, 8, 12, 26, 52, 78, 104] as const;

/** In the order of the contract. */
export const positionStates = ["None", "Locked", "Unlocking", "Unlocked"] as const;

export type PositionState = (typeof positionStates)[number];

/** One account as it stands. */
export interface Position {
  amount: bigint;
  presetWeeks: number;
  /** 0 while Locked. */
  unlockEnd: number;
  /** How much of the amount is held back for a slash. */
  held: bigint;
  /** To whom it gives its votes; itself unless it delegated. */
  delegatee: number;
  /** How often amount or terms changed. */
  changes: number;
}

/** The week start at or before `second`. */
export function weekStartOf(second: number): number {
  return second - (second % WEEK);
}

/** What was weighed in wei · seconds, as stake weight: rounded down. */
export function toWeight(tokenSeconds: bigint): bigint {
  return tokenSeconds / WEIGHT_DENOMINATOR;
}

/**
 * Positions and stake weight by the rules alone, every account by itself: nothing is kept as a sum, so whatever the contracts
 * keep as one is checked against an addition. Only the present is kept, so that an answer costs one step per account, however
 * long the past is; the model of the random scenarios (`test/model/ReferenceModel.ts`) keeps all states and walks all of them
 * for every answer, which a dozen accounts can afford, and ten thousand cannot.
 *
 * Whoever calls an operation has made sure that it is allowed ({@link StakeModel.state}).
 */
export class StakeModel {
  readonly positions: readonly Position[];
  /** By delegate, the accounts that gave it their votes, itself not among them. */
  readonly givers = new Map<number, Set<number>>();

  constructor(accounts: number) {
    this.positions = Array.from({ length: accounts }, (_, account) => ({
      amount: 0n,
      presetWeeks: 0,
      unlockEnd: 0,
      held: 0n,
      delegatee: account,
      changes: 0,
    }));
  }

  of(account: number): Position {
    return this.positions[account]!;
  }

  state(account: number, second: number): PositionState {
    const { amount, unlockEnd } = this.of(account);
    if (amount === 0n) return "None";
    if (unlockEnd === 0) return "Locked";
    return second < unlockEnd ? "Unlocking" : "Unlocked";
  }

  /* OPERATIONS */

  stake(account: number, amount: bigint, presetWeeks: number): void {
    this.#change(account, { amount, presetWeeks, unlockEnd: 0 });
  }

  increase(account: number, amount: bigint): void {
    this.#change(account, { amount: this.of(account).amount + amount });
  }

  /** Locked anew for `presetWeeks`, with `amount` more. */
  relock(account: number, presetWeeks: number, amount = 0n): void {
    this.#change(account, { amount: this.of(account).amount + amount, presetWeeks, unlockEnd: 0 });
  }

  initiateUnlock(account: number, second: number): void {
    this.#change(account, { unlockEnd: weekStartOf(second + this.of(account).presetWeeks * WEEK) });
  }

  /** Returns what is paid: all but what is held back. */
  withdraw(account: number): bigint {
    const { amount, held } = this.of(account);
    this.#reduce(account, held);
    return amount - held;
  }

  /** Returns how much more is held back: of the whole amount, but never what is held already; in whole gwei. */
  holdForSlash(account: number, slashBps: bigint): bigint {
    const position = this.of(account);
    const asked = (position.amount * slashBps) / BPS;
    const free = position.amount - position.held;
    const added = ((asked < free ? asked : free) / GWEI) * GWEI;
    position.held += added;
    return added;
  }

  release(account: number, amount: bigint): void {
    this.of(account).held -= amount;
  }

  slash(account: number, amount: bigint): void {
    this.release(account, amount);
    this.#reduce(account, this.of(account).amount - amount);
  }

  delegate(account: number, delegatee: number): void {
    const position = this.of(account);
    this.givers.get(position.delegatee)?.delete(account);
    position.delegatee = delegatee;
    if (delegatee === account) return;
    const givers = this.givers.get(delegatee) ?? new Set();
    this.givers.set(delegatee, givers.add(account));
  }

  /* WEIGHT */

  /** The remaining lock time in seconds, if nothing changes until then. */
  remaining(account: number, second: number): number {
    const { amount, presetWeeks, unlockEnd } = this.of(account);
    if (amount === 0n) return 0;
    return unlockEnd === 0 ? presetWeeks * WEEK : Math.max(0, unlockEnd - second);
  }

  /** amount · remaining lock time, in wei · seconds, if nothing changes until then. */
  tokenSeconds(account: number, second: number): bigint {
    return this.of(account).amount * BigInt(this.remaining(account, second));
  }

  weight(account: number, second: number): bigint {
    return toWeight(this.tokenSeconds(account, second));
  }

  /** All weights together, in wei · seconds. */
  totalTokenSeconds(second: number): bigint {
    let sum = 0n;
    for (let account = 0; account < this.positions.length; account++) sum += this.tokenSeconds(account, second);
    return sum;
  }

  totalStaked(): bigint {
    return this.positions.reduce((sum, { amount }) => sum + amount, 0n);
  }

  /** Its own weight, unless it gave it away, and the sum of what it was given, each rounded down. */
  votes(account: number, second: number): bigint {
    let given = 0n;
    for (const giver of this.givers.get(account) ?? []) given += this.tokenSeconds(giver, second);
    const own = this.of(account).delegatee === account ? this.weight(account, second) : 0n;
    return own + toWeight(given);
  }

  /** Without an amount there are no terms. */
  #reduce(account: number, amount: bigint): void {
    this.#change(account, amount === 0n ? { amount, presetWeeks: 0, unlockEnd: 0 } : { amount });
  }

  #change(account: number, change: Partial<Position>): void {
    const position = this.of(account);
    Object.assign(position, change);
    position.changes += 1;
  }
}
