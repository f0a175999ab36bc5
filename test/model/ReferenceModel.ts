import type { PositionView, Refusal } from "../../scripts/scenario/types";
import { Fraction } from "./Fraction";

export const WEEK = 604_800;
const WEIGHT_DENOMINATOR_WEEKS = 209;
export const PRESETS: readonly bigint[] = [4n, 8n, 12n, 26n, 52n, 78n, 104n];
const MAX_WEEKS_AHEAD = 104;
const MAX_SLASH_BPS = 100n;
const GWEI = 10n ** 9n;

/** Why an operation fails, of those that the recorded scenarios know and of the further ones. */
export type ModelRefusal =
  | Refusal
  | "balance"
  | "operator"
  | "not a week start"
  | "period finished"
  | "too far ahead"
  | "no weeks"
  | "no stray tokens"
  | "recipient"
  | "nothing to restake"
  | "slash too large"
  | "exceeds held"
  | "all held";

export type Result = { ok: true; paid?: bigint } | { ok: false; why: ModelRefusal };

/** Who holds tokens: an account by its number, or one of the others. */
export type Holder = number | "funder" | "slasher" | "stakeWeight" | "distributor";

/** A position as it stood from a second on, until the next state. Without tokens there is none. */
interface PositionState {
  since: number;
  amount: bigint;
  presetWeeks: number;
  /** 0 while Locked. */
  unlockEnd: number;
}

/** What is paid for an exact sum due to an account; the model alone pays it rounded down. */
export type Payment = (due: Fraction, account: number) => bigint;

const roundedDown: Payment = (due) => due.floor();
const refuse = (why: ModelRefusal): Result => ({ ok: false, why });
const nowhere: Omit<PositionState, "since"> = { amount: 0n, presetWeeks: 0, unlockEnd: 0 };

export const weekStartOf = (second: number): number => second - (second % WEEK);

function remainingAt(state: PositionState | undefined, second: number): number {
  if (state === undefined || state.amount === 0n) return 0;
  return state.unlockEnd === 0 ? state.presetWeeks * WEEK : Math.max(0, state.unlockEnd - second);
}

/** amount · remaining lock time, in wei · seconds: the numerator of the weight over 209 weeks. */
function tokenSecondsAt(state: PositionState | undefined, second: number): bigint {
  return state === undefined ? 0n : state.amount * BigInt(remainingAt(state, second));
}

const toWeight = (tokenSeconds: bigint): bigint => tokenSeconds / BigInt(WEIGHT_DENOMINATOR_WEEKS * WEEK);

function lastWhere(states: readonly PositionState[], holds: (since: number) => boolean): PositionState | undefined {
  return states.filter((state) => holds(state.since)).at(-1);
}

/**
 * Positions, stake weight and rewards by the rules alone, slow and exact: every past state of every position is kept, every
 * answer loops over all accounts and all weeks, and nothing is rounded before the end. An operation succeeds, or says why
 * it fails and changes nothing.
 */
export class ReferenceModel {
  readonly accounts: readonly number[];
  now: number;
  totalFunded = 0n;
  totalPaid = 0n;
  /** Start of the first week that is not closed yet. */
  firstOpenWeekStart: number;

  private readonly firstWeekStart: number;
  private readonly states: PositionState[][];
  /** How much of each position is held back for a slash. */
  private readonly held: bigint[];
  private readonly claimedWeeks: Set<number>[];
  /** To whom each account delegates since when; itself before. */
  private readonly delegations: { since: number; delegatee: number }[][];
  private readonly operators = new Set<string>();
  private readonly recipients: number[];
  private readonly funding = new Map<number, bigint>();
  private readonly tokens = new Map<Holder, bigint>();

  /** `start` is the second at which the contracts stand and are empty. */
  constructor(options: { start: number; tokens: readonly bigint[]; funderTokens: bigint }) {
    this.accounts = options.tokens.map((_, account) => account);
    this.now = options.start;
    this.firstWeekStart = weekStartOf(options.start);
    this.firstOpenWeekStart = this.firstWeekStart;
    this.states = this.accounts.map(() => []);
    this.held = this.accounts.map(() => 0n);
    this.delegations = this.accounts.map(() => []);
    this.claimedWeeks = this.accounts.map(() => new Set());
    this.recipients = [...this.accounts];
    options.tokens.forEach((amount, account) => this.tokens.set(account, amount));
    this.tokens.set("funder", options.funderTokens);
  }

  advanceTo(second: number): void {
    if (second < this.now) throw new RangeError(`${second} is before ${this.now}`);
    this.now = second;
  }

  /* POSITIONS */

  stake(account: number, amount: bigint, presetWeeks: bigint): Result {
    return this.stakeFor(account, account, amount, presetWeeks);
  }

  stakeFor(payer: number, account: number, amount: bigint, presetWeeks: bigint): Result {
    if (!this.mayAdd(payer, account)) return refuse("operator");
    if (amount === 0n) return refuse("amount");
    if (!PRESETS.includes(presetWeeks)) return refuse("preset");
    if (this.positionOf(account).state !== "None") return refuse("exists");
    if (amount > this.balanceOf(payer)) return refuse("balance");
    this.move(payer, "stakeWeight", amount);
    this.setState(account, { amount, presetWeeks: Number(presetWeeks), unlockEnd: 0 });
    return { ok: true };
  }

  increaseAmount(account: number, amount: bigint): Result {
    return this.increaseAmountFor(account, account, amount);
  }

  increaseAmountFor(payer: number, account: number, amount: bigint): Result {
    if (!this.mayAdd(payer, account)) return refuse("operator");
    if (amount === 0n) return refuse("amount");
    if (!this.isActive(account)) return refuse("no active position");
    if (amount > this.balanceOf(payer)) return refuse("balance");
    this.move(payer, "stakeWeight", amount);
    this.addAmount(account, amount);
    return { ok: true };
  }

  relock(account: number, presetWeeks: bigint): Result {
    return this.update(account, 0n, presetWeeks);
  }

  update(account: number, amount: bigint, presetWeeks: bigint): Result {
    if (!PRESETS.includes(presetWeeks)) return refuse("preset");
    if (!this.isActive(account)) return refuse("no active position");
    const position = this.positionOf(account);
    if (Number(presetWeeks) * WEEK < this.remainingLockTime(account)) return refuse("shorter than remaining");
    const isSamePreset = position.state === "Locked" && position.presetWeeks === Number(presetWeeks);
    if (isSamePreset && amount === 0n) return refuse("unchanged");
    if (amount > this.balanceOf(account)) return refuse("balance");
    this.move(account, "stakeWeight", amount);
    this.setState(account, { amount: position.amount + amount, presetWeeks: Number(presetWeeks), unlockEnd: 0 });
    return { ok: true };
  }

  initiateUnlock(account: number): Result {
    const position = this.positionOf(account);
    if (position.state !== "Locked") return refuse("not locked");
    this.setState(account, { ...position, unlockEnd: weekStartOf(this.now + position.presetWeeks * WEEK) });
    return { ok: true };
  }

  withdraw(account: number): Result {
    const position = this.positionOf(account);
    if (position.state !== "Unlocked") return refuse("not unlocked");
    const paid = position.amount - this.heldOf(account);
    if (paid === 0n) return refuse("all held");
    this.move("stakeWeight", account, paid);
    this.setAmount(account, this.heldOf(account));
    return { ok: true, paid };
  }

  /* SLASHES */

  /** A part of the whole amount, of which at most what is not held yet, in whole gwei. */
  holdForSlash(account: number, slashBps: bigint): Result {
    if (slashBps > MAX_SLASH_BPS) return refuse("slash too large");
    const { amount } = this.positionOf(account);
    const asked = (amount * slashBps) / 10_000n;
    const free = amount - this.heldOf(account);
    const paid = ((asked < free ? asked : free) / GWEI) * GWEI;
    this.held[account]! += paid;
    return { ok: true, paid };
  }

  releaseHeld(account: number, amount: bigint): Result {
    if (!this.isHeld(account, amount)) return refuse("exceeds held");
    this.held[account]! -= amount;
    return { ok: true };
  }

  slash(account: number, amount: bigint): Result {
    if (amount === 0n) return refuse("amount");
    if (!this.isHeld(account, amount)) return refuse("exceeds held");
    this.held[account]! -= amount;
    this.move("stakeWeight", "slasher", amount);
    this.setAmount(account, this.positionOf(account).amount - amount);
    return { ok: true };
  }

  heldOf(account: number): bigint {
    return this.held[account]!;
  }

  setOperator(owner: number, operator: number, approved: boolean): Result {
    if (approved) this.operators.add(`${owner} ${operator}`);
    else this.operators.delete(`${owner} ${operator}`);
    return { ok: true };
  }

  positionOf(account: number): PositionView {
    const { amount, presetWeeks, unlockEnd } = this.states[account]!.at(-1) ?? nowhere;
    if (amount === 0n) return { amount, presetWeeks, unlockEnd, state: "None" };
    if (unlockEnd === 0) return { amount, presetWeeks, unlockEnd, state: "Locked" };
    return { amount, presetWeeks, unlockEnd, state: this.now < unlockEnd ? "Unlocking" : "Unlocked" };
  }

  remainingLockTime(account: number): number {
    return remainingAt(this.states[account]!.at(-1), this.now);
  }

  isOperator(owner: number, operator: number): boolean {
    return this.operators.has(`${owner} ${operator}`);
  }

  totalStaked(): bigint {
    return this.accounts.reduce((sum, account) => sum + this.positionOf(account).amount, 0n);
  }

  /** Every second in which `account` changed its position. */
  changesOf(account: number): number[] {
    return this.states[account]!.map((state) => state.since);
  }

  /* WEIGHT */

  weightAt(account: number, second: number): bigint {
    return toWeight(this.tokenSecondsAtEndOf(account, second));
  }

  totalWeightAt(second: number): bigint {
    return toWeight(this.accounts.reduce((sum, account) => sum + this.tokenSecondsAtEndOf(account, second), 0n));
  }

  weightForPeriod(account: number, weekStart: number): bigint {
    return toWeight(this.tokenSecondsForPeriod(account, weekStart));
  }

  totalWeightForPeriod(weekStart: number): bigint {
    return toWeight(this.totalTokenSecondsForPeriod(weekStart));
  }

  /* VOTES */

  /** Gives all votes of `account`, present and later, to `delegatee`, maybe itself. */
  delegate(account: number, delegatee: number): Result {
    this.delegations[account]!.push({ since: this.now, delegatee });
    return { ok: true };
  }

  delegateAt(account: number, second: number): number {
    return this.delegations[account]!.filter(({ since }) => since <= second).at(-1)?.delegatee ?? account;
  }

  /** Its own weight and the sum of what is given to it, each rounded down. */
  votesAt(voter: number, second: number): bigint {
    const givers = this.accounts.filter((account) => this.delegateAt(account, second) === voter);
    const sumOf = (accounts: number[]) =>
      toWeight(accounts.reduce((sum, account) => sum + this.tokenSecondsAtEndOf(account, second), 0n));
    return sumOf(givers.filter((account) => account === voter)) + sumOf(givers.filter((account) => account !== voter));
  }

  /* REWARDS */

  fund(weekStart: bigint, amount: bigint): Result {
    return this.fundRange(weekStart, 1n, amount);
  }

  fundRange(firstWeekStart: bigint, weekCount: bigint, amountPerWeek: bigint): Result {
    const running = BigInt(weekStartOf(this.now));
    const latest = running + BigInt(MAX_WEEKS_AHEAD * WEEK);
    if (amountPerWeek === 0n) return refuse("amount");
    if (weekCount === 0n) return refuse("no weeks");
    if (firstWeekStart % BigInt(WEEK) !== 0n) return refuse("not a week start");
    if (firstWeekStart < running) return refuse("period finished");
    if (firstWeekStart + (weekCount - 1n) * BigInt(WEEK) > latest) return refuse("too far ahead");
    if (amountPerWeek * weekCount > this.balanceOf("funder")) return refuse("balance");
    this.move("funder", "distributor", amountPerWeek * weekCount);
    for (let week = 0n; week < weekCount; week++) {
      this.addFunding(Number(firstWeekStart + week * BigInt(WEEK)), amountPerWeek);
    }
    return { ok: true };
  }

  /** Tokens arrive at a contract without any of its functions being called. */
  sendStray(to: "stakeWeight" | "distributor", amount: bigint): Result {
    if (amount > this.balanceOf("funder")) return refuse("balance");
    this.move("funder", to, amount);
    return { ok: true };
  }

  fundStrayTokens(): Result {
    const strayStake = this.balanceOf("stakeWeight") - this.totalStaked();
    const stray = strayStake + this.balanceOf("distributor") - (this.totalFunded - this.totalPaid);
    if (stray === 0n) return refuse("no stray tokens");
    this.move("stakeWeight", "distributor", strayStake);
    this.addFunding(weekStartOf(this.now), stray);
    return { ok: true, paid: stray };
  }

  closeWeeks(max: bigint): Result {
    const open = BigInt((weekStartOf(this.now) - this.firstOpenWeekStart) / WEEK);
    const closed = max < open ? max : open;
    this.firstOpenWeekStart += Number(closed) * WEEK;
    return { ok: true, paid: closed };
  }

  /** Pays `account` what it is due, to its recipient. */
  claim(account: number, payment: Payment = roundedDown): Result {
    const paid = payment(this.dueOf(account), account);
    this.settle(account, paid, this.recipientOf(account));
    return { ok: true, paid };
  }

  claimMany(accounts: readonly number[], payment: Payment = roundedDown): Result {
    let paid = 0n;
    for (const account of accounts) {
      const due = this.dueOf(account);
      const amount = due.numerator === 0n ? 0n : payment(due, account);
      this.settle(account, amount, this.recipientOf(account));
      paid += amount;
    }
    // Closing is due once, for nobody as for everybody.
    this.firstOpenWeekStart = weekStartOf(this.now);
    return { ok: true, paid };
  }

  claimAndRestake(account: number, payment: Payment = roundedDown): Result {
    const paid = payment(this.dueOf(account), account);
    if (paid === 0n) return refuse("nothing to restake");
    if (!this.isActive(account)) return refuse("no active position");
    this.settle(account, paid, "stakeWeight");
    this.addAmount(account, paid);
    return { ok: true, paid };
  }

  setRecipient(account: number, recipient: number | "zero" | "stakeWeight" | "distributor"): Result {
    if (typeof recipient !== "number") return refuse("recipient");
    this.recipients[account] = recipient;
    return { ok: true };
  }

  recipientOf(account: number): number {
    return this.recipients[account]!;
  }

  /** Everything due to `account` now: its share of every finished week that it has not claimed. */
  dueOf(account: number): Fraction {
    let due = Fraction.ZERO;
    for (const [weekStart, reward] of this.sharedRewards()) {
      if (!this.claimedWeeks[account]!.has(weekStart)) due = due.plus(this.shareOf(account, weekStart, reward));
    }
    return due;
  }

  /** Its share of one finished week, claimed or not. */
  rewardOf(account: number, weekStart: number): Fraction {
    const reward = this.sharedRewards().get(weekStart) ?? 0n;
    return this.shareOf(account, weekStart, reward);
  }

  /** In how many stretches of an unchanged position `account` earned what it is due. */
  stretchesDue(account: number): number {
    const earning = new Set<PositionState>();
    for (const weekStart of this.finishedWeeks()) {
      const state = this.stateForPeriod(account, weekStart);
      if (!this.claimedWeeks[account]!.has(weekStart) && state && tokenSecondsAt(state, weekStart) > 0n) {
        earning.add(state);
      }
    }
    return earning.size;
  }

  /** Of a closed week what its stakers share, of another what was funded for it and what closed weeks handed on to it. */
  rewardForPeriod(weekStart: number): bigint {
    const funded = this.funding.get(weekStart) ?? 0n;
    if (weekStart > this.firstOpenWeekStart) return funded;
    if (weekStart === this.firstOpenWeekStart) return funded + this.handedOnByClosedWeeks();
    return this.sharedRewards().get(weekStart) ?? 0n;
  }

  /** What no finished week shares: funded for the running week or a later one, or handed on to it. */
  undistributed(): bigint {
    let shared = 0n;
    for (const reward of this.sharedRewards().values()) shared += reward;
    return this.totalFunded - shared;
  }

  /* TOKENS */

  balanceOf(holder: Holder): bigint {
    return this.tokens.get(holder) ?? 0n;
  }

  private move(from: Holder, to: Holder, amount: bigint): void {
    this.tokens.set(from, this.balanceOf(from) - amount);
    this.tokens.set(to, this.balanceOf(to) + amount);
  }

  private mayAdd(payer: number, account: number): boolean {
    return payer === account || this.isOperator(account, payer);
  }

  private isActive(account: number): boolean {
    const { state } = this.positionOf(account);
    return state === "Locked" || state === "Unlocking";
  }

  private addAmount(account: number, amount: bigint): void {
    const position = this.positionOf(account);
    this.setState(account, { ...position, amount: position.amount + amount });
  }

  /** On the same terms; without an amount there are none. */
  private setAmount(account: number, amount: bigint): void {
    this.setState(account, amount === 0n ? nowhere : { ...this.positionOf(account), amount });
  }

  private isHeld(account: number, amount: bigint): boolean {
    return amount <= this.heldOf(account) && amount % GWEI === 0n;
  }

  private setState(account: number, state: Omit<PositionState, "since">): void {
    const { amount, presetWeeks, unlockEnd } = state;
    this.states[account]!.push({ since: this.now, amount, presetWeeks, unlockEnd });
  }

  /** Of the last state in that second or before it. */
  private tokenSecondsAtEndOf(account: number, second: number): bigint {
    return tokenSecondsAt(
      lastWhere(this.states[account]!, (since) => since <= second),
      second,
    );
  }

  /** The last state strictly before the period. */
  private stateForPeriod(account: number, weekStart: number): PositionState | undefined {
    return lastWhere(this.states[account]!, (since) => since < weekStart);
  }

  private tokenSecondsForPeriod(account: number, weekStart: number): bigint {
    return tokenSecondsAt(this.stateForPeriod(account, weekStart), weekStart);
  }

  private totalTokenSecondsForPeriod(weekStart: number): bigint {
    return this.accounts.reduce((sum, account) => sum + this.tokenSecondsForPeriod(account, weekStart), 0n);
  }

  private addFunding(weekStart: number, amount: bigint): void {
    this.funding.set(weekStart, (this.funding.get(weekStart) ?? 0n) + amount);
    this.totalFunded += amount;
  }

  private finishedWeeks(): number[] {
    const weeks: number[] = [];
    for (let week = this.firstWeekStart; week + WEEK <= this.now; week += WEEK) weeks.push(week);
    return weeks;
  }

  /** What the stakers of each finished week share, roll-over included. */
  private sharedRewards(): Map<number, bigint> {
    const shared = new Map<number, bigint>();
    let handedOn = 0n;
    for (const weekStart of this.finishedWeeks()) {
      const reward = (this.funding.get(weekStart) ?? 0n) + handedOn;
      if (reward === 0n) continue;
      if (this.totalTokenSecondsForPeriod(weekStart) === 0n) {
        handedOn = reward;
      } else {
        handedOn = 0n;
        shared.set(weekStart, reward);
      }
    }
    return shared;
  }

  /** What the first open week gets from the closed ones before it. */
  private handedOnByClosedWeeks(): bigint {
    let handedOn = 0n;
    for (let week = this.firstWeekStart; week < this.firstOpenWeekStart; week += WEEK) {
      const reward = (this.funding.get(week) ?? 0n) + handedOn;
      handedOn = this.totalTokenSecondsForPeriod(week) === 0n ? reward : 0n;
    }
    return handedOn;
  }

  private shareOf(account: number, weekStart: number, reward: bigint): Fraction {
    if (reward === 0n) return Fraction.ZERO;
    const ours = this.tokenSecondsForPeriod(account, weekStart);
    return new Fraction(reward * ours, this.totalTokenSecondsForPeriod(weekStart));
  }

  private settle(account: number, paid: bigint, to: Holder): void {
    this.move("distributor", to, paid);
    this.totalPaid += paid;
    for (const weekStart of this.finishedWeeks()) this.claimedWeeks[account]!.add(weekStart);
    this.firstOpenWeekStart = weekStartOf(this.now);
  }
}
