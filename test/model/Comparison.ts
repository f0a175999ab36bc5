import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { positionStates } from "../../scripts/scenario/types";
import type { RewardDistributor, StakeWeight, WCT } from "../../typechain-types";
import { ACCOUNT_TOKENS, type Call, type Chain, FUNDER_TOKENS } from "./Chain";
import { Fraction } from "./Fraction";
import type { Action, Amount, HeldPart, Plan, Step, Wait, WeekReference } from "./Plan";
import {
  type Holder,
  type ModelRefusal,
  type Payment,
  PRESETS,
  ReferenceModel,
  type Result,
  WEEK,
  weekStartOf,
} from "./ReferenceModel";

const ERRORS: Record<ModelRefusal, string> = {
  amount: "ZeroAmount",
  preset: "InvalidPreset",
  exists: "PositionExists",
  "no active position": "NoActivePosition",
  "not locked": "NotLocked",
  "not unlocked": "NotUnlocked",
  "shorter than remaining": "PresetTooShort",
  unchanged: "PositionUnchanged",
  balance: "ERC20InsufficientBalance",
  operator: "NotOperator",
  "not a week start": "NotWeekStart",
  "period finished": "PeriodFinished",
  "too far ahead": "PeriodTooFarAhead",
  "no weeks": "NoWeeks",
  "no stray tokens": "NoStrayTokens",
  recipient: "InvalidRecipient",
  "nothing to restake": "NothingToRestake",
  "slash too large": "SlashTooLarge",
  "exceeds held": "ExceedsHeld",
  "all held": "AllHeld",
};

const PROBED_SECONDS = 5;
const PROBED_WEEKS = 4;
const RECHECKED = 4;
const LITERAL_FROM = 4;
const GWEI = 10n ** 9n;
/** Weeks; each takes about 30,000 gas. */
const CLOSED_AT_ONCE = 400;

/** One transaction on both sides. */
interface Transaction {
  from: string;
  to: StakeWeight | RewardDistributor | WCT;
  call: Call;
  /** Whose rewards it pays out. */
  claimants: readonly number[];
  onModel: (payment: Payment) => Result;
}

/** A read of a value that must never change again. */
interface FinalValue {
  of: "stakeWeight" | "distributor";
  call: Call;
  value: unknown;
}

/** Whole numbers that look random and depend on the seed alone. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** What may be lost at most: less than 1 wei per stretch, and a vanishing part of it for the running sums. */
const roundingBound = (stretches: number): Fraction => new Fraction(BigInt(stretches) * 513n, 512n);

/** Runs a plan against the contracts and the reference model, and compares them after every operation. */
export class Comparison {
  /** What was done, in absolute numbers. */
  readonly trace: string[] = [];
  /** How often each operation succeeded or was refused. */
  readonly tally = new Map<string, number>();

  private readonly model: ReferenceModel;
  private readonly finalValues = new Map<string, FinalValue>();
  /** Stretches of all claims so far: each may have left less than 1 wei behind. */
  private claimedStretches = 0;
  private lastFundedWeekStart = 0;

  constructor(
    private readonly chain: Chain,
    accounts: number,
  ) {
    this.model = new ReferenceModel({
      start: chain.start,
      tokens: ACCOUNT_TOKENS.slice(0, accounts),
      funderTokens: FUNDER_TOKENS,
    });
  }

  /** The whole plan, from freshly deployed contracts until everybody has left. */
  static async run(chain: Chain, { accounts, steps }: Plan): Promise<Comparison> {
    await chain.restore();
    const comparison = new Comparison(chain, accounts);
    try {
      for (const step of steps) await comparison.perform(step);
      await comparison.everybodyLeaves();
    } catch (error) {
      if (error instanceof Error) error.message += `\n\n${comparison.trace.join("\n")}\n`;
      throw error;
    }
    return comparison;
  }

  private async perform({ wait, action, probe }: Step): Promise<void> {
    const second = this.secondAfter(wait);
    await this.chain.mineAt(second);
    this.model.advanceTo(second);
    await this.execute(this.resolve(action), probe);
  }

  /** After a silence of many years the finished weeks are closed in parts, so that a claim fits into one transaction. */
  private async closeInParts(): Promise<void> {
    while (weekStartOf(this.model.now) - this.model.firstOpenWeekStart > CLOSED_AT_ONCE * WEEK) {
      await this.execute(this.resolve({ do: "closeWeeks", sender: 0, max: CLOSED_AT_ONCE }), this.model.now);
    }
  }

  private async execute({ from, to, call, claimants, onModel }: Transaction, probe: number): Promise<void> {
    const { model } = this;
    if (call[0].startsWith("claim")) await this.closeInParts();
    const pays = await this.claimable(claimants);
    const payment: Payment = (_, account) => pays.get(account)!;
    const stretches = [...new Set(claimants)].reduce((sum, account) => sum + model.stretchesDue(account), 0);

    const result = onModel(payment);
    const sender = this.chain.accounts.indexOf(from);
    this.trace.push(
      `${model.now} (week start ${model.now % WEEK < WEEK / 2 ? "+" : "-"}${Math.min(model.now % WEEK, WEEK - (model.now % WEEK))} s): ` +
        `${sender < 0 ? (from === this.chain.slasher ? "slasher" : "funder") : sender} ${call.map(String).join(" ")} → ${result.ok ? "ok" : result.why}`,
    );
    const key = `${call[0]}: ${result.ok ? "ok" : result.why}`;
    this.tally.set(key, (this.tally.get(key) ?? 0) + 1);

    const error = await this.chain.send({ from, to, call, second: model.now });
    expect(error, "revert").to.equal(result.ok ? undefined : ERRORS[result.why]);
    if (result.ok) this.claimedStretches += stretches;
    await this.compare(numbersFrom(probe));
  }

  /* COMPARING */

  private async compare(pick: (below: number) => number): Promise<void> {
    await this.compareStakeWeight(pick);
    await this.compareDistributor(pick);
    await this.compareTokens();
    await this.recheck(pick, RECHECKED);
  }

  private async compareStakeWeight(pick: (below: number) => number): Promise<void> {
    const { model, chain } = this;
    const expectations: [Call, unknown][] = [
      [["totalStaked"], model.totalStaked()],
      [["totalWeight"], model.totalWeightAt(model.now)],
    ];
    for (const account of model.accounts) {
      const address = chain.accounts[account]!;
      const { amount, presetWeeks, unlockEnd, state } = model.positionOf(account);
      const position = [amount, BigInt(presetWeeks), BigInt(unlockEnd), BigInt(positionStates.indexOf(state))];
      expectations.push([["positionOf", address], position]);
      expectations.push([["heldOf", address], model.heldOf(account)]);
      expectations.push([["weightOf", address], model.weightAt(account, model.now)]);
      expectations.push([["getVotes", address], model.votesAt(account, model.now)]);
      expectations.push([["delegates", address], chain.accounts[model.delegateAt(account, model.now)]]);
      expectations.push([["remainingLockTime", address], BigInt(model.remainingLockTime(account))]);
    }
    for (let count = 0; count < PROBED_SECONDS; count++) {
      const second = this.pickSecond(pick);
      const account = pick(model.accounts.length);
      const address = chain.accounts[account]!;
      const ofAccount: Call = ["weightAt", address, second];
      const ofAll: Call = ["totalWeightAt", second];
      expectations.push([ofAccount, model.weightAt(account, second)], [ofAll, model.totalWeightAt(second)]);
      if (second < model.now) {
        const votes: Call = ["getPastVotes", address, second];
        expectations.push([votes, model.votesAt(account, second)]);
        expectations.push([["getPastTotalSupply", second], model.totalWeightAt(second)]);
        this.remember("stakeWeight", ofAccount, ofAll, votes);
      }
    }
    for (let count = 0; count < PROBED_WEEKS; count++) {
      const week = this.pickWeek(pick);
      const account = pick(model.accounts.length);
      const address = chain.accounts[account]!;
      const ofAccount: Call = ["weightForPeriod", address, week];
      const ofAll: Call = ["totalWeightForPeriod", week];
      expectations.push([ofAccount, model.weightForPeriod(account, week)], [ofAll, model.totalWeightForPeriod(week)]);
      if (week <= model.now) this.remember("stakeWeight", ofAccount, ofAll);
    }
    const owner = pick(model.accounts.length);
    const operator = pick(model.accounts.length);
    expectations.push([
      ["isOperator", chain.accounts[owner], chain.accounts[operator]],
      model.isOperator(owner, operator),
    ]);
    await this.expectAll("stakeWeight", expectations);
  }

  private async compareDistributor(pick: (below: number) => number): Promise<void> {
    const { model, chain } = this;
    const expectations: [Call, unknown][] = [
      [["totalFunded"], model.totalFunded],
      [["totalPaid"], model.totalPaid],
      [["firstOpenWeekStart"], BigInt(model.firstOpenWeekStart)],
    ];
    const account = pick(model.accounts.length);
    const address = chain.accounts[account]!;
    expectations.push([["recipientOf", address], chain.accounts[model.recipientOf(account)]]);
    const finished: [Call, Fraction][] = [];
    for (let count = 0; count < (this.isSlowToClose() ? 1 : PROBED_WEEKS); count++) {
      const week = this.pickWeek(pick);
      const ofWeek: Call = ["rewardForPeriod", week];
      expectations.push([ofWeek, model.rewardForPeriod(week)]);
      if (week < model.firstOpenWeekStart) this.remember("distributor", ofWeek);
      if (week + WEEK <= model.now) {
        const ofAccount: Call = ["rewardOf", address, week];
        finished.push([ofAccount, model.rewardOf(account, week)]);
        this.remember("distributor", ofAccount);
      }
    }
    await this.expectAll("distributor", expectations);

    await this.claimable(this.pickAccounts(pick));
    const rewards = await chain.read(
      chain.distributor,
      finished.map(([call]) => call),
    );
    finished.forEach(([call, exact], index) => {
      expectRounded(rewards[index] as bigint, exact, 1, call.join(" "));
    });
  }

  /** What accounts can claim in the second of the last block: never more than is due, and hardly less. */
  private async claimable(accounts: readonly number[]): Promise<Map<number, bigint>> {
    const { model, chain } = this;
    const calls = accounts.map((account): Call => ["claimable", chain.accounts[account]!]);
    const pays = (await chain.read(chain.distributor, calls)) as bigint[];
    accounts.forEach((account, index) => {
      expectRounded(pays[index]!, model.dueOf(account), model.stretchesDue(account), `claimable ${account}`);
    });
    return new Map(accounts.map((account, index) => [account, pays[index]!]));
  }

  private async compareTokens(): Promise<void> {
    const { model, chain } = this;
    const holders: [Holder, string][] = [
      ...model.accounts.map((account): [Holder, string] => [account, chain.accounts[account]!]),
      ["funder", chain.funder],
      ["slasher", chain.slasher],
      ["stakeWeight", chain.stakeWeightAddress],
      ["distributor", chain.distributorAddress],
    ];
    const balances = await Promise.all(holders.map(([, address]) => chain.tokensOf(address)));
    const expected = holders.map(([holder]) => model.balanceOf(holder));
    expect(balances, `tokens of ${holders.map(([holder]) => holder).join(", ")}`).to.deep.equal(expected);
    expect(model.balanceOf("stakeWeight") >= model.totalStaked(), "every stake is covered").to.equal(true);
    const owed = model.totalFunded - model.totalPaid;
    expect(model.balanceOf("distributor") >= owed, "every reward is covered").to.equal(true);
  }

  private async expectAll(of: FinalValue["of"], expectations: readonly [Call, unknown][]): Promise<void> {
    const calls = expectations.map(([call]) => call);
    const values = await this.chain.read(this.chain[of], calls);
    expectations.forEach(([call, expected], index) => {
      const value = values[index];
      const plain: unknown = Array.isArray(value) ? Array.from(value as unknown[]) : value;
      expect(plain, call.map(String).join(" ")).to.deep.equal(expected);
      const final = this.finalValues.get(call.join(" "));
      if (final) final.value ??= plain;
    });
  }

  /** From now on the answer must stay what it is. */
  private remember(of: FinalValue["of"], ...calls: Call[]): void {
    for (const call of calls) {
      const key = call.join(" ");
      if (!this.finalValues.has(key)) this.finalValues.set(key, { of, call, value: undefined });
    }
  }

  /** Invariant 6: what was read of the past stays. */
  private async recheck(pick: (below: number) => number, count: number): Promise<void> {
    const all = [...this.finalValues.values()];
    const first = pick(Math.max(1, all.length - count));
    for (const of of ["stakeWeight", "distributor"] as const) {
      const some = all.slice(first, first + count).filter((value) => value.of === of);
      if (some.length === 0) continue;
      const values = await this.chain.read(
        this.chain[of],
        some.map(({ call }) => call),
      );
      some.forEach((final, index) => {
        final.value ??= values[index];
        expect(values[index], `final ${final.call.map(String).join(" ")}`).to.equal(final.value);
      });
    }
  }

  /* THE END */

  /**
   * Everybody unlocks, waits, withdraws and claims: the stakes come back whole, but for what is held back of every other
   * account and then taken, and hardly a wei is left of the rewards.
   */
  private async everybodyLeaves(): Promise<void> {
    const { model } = this;
    const leave = async (action: Action) => this.execute(this.resolve(action), action.do.length * model.now);
    for (const account of model.accounts) {
      if (model.positionOf(account).state === "Locked") await leave({ do: "initiateUnlock", account });
    }
    const ends = model.accounts.map((account) => model.positionOf(account).unlockEnd);
    const second = Math.max(model.now, ...ends, this.lastFundedWeekStart + WEEK);
    await this.chain.mineAt(second);
    model.advanceTo(second);
    await leave({ do: "fundStrayTokens", sender: 0 });
    for (const account of model.accounts) {
      const { state, amount } = model.positionOf(account);
      const held = model.heldOf(account);
      if (state === "Unlocked" && amount > held) await leave({ do: "withdraw", account });
      if (held > 0n) await leave({ do: account % 2 === 0 ? "slash" : "releaseHeld", account, part: "all" });
      if (model.positionOf(account).state === "Unlocked") await leave({ do: "withdraw", account });
    }
    for (const account of model.accounts) await leave({ do: "claim", account, sender: account + 1 });

    expect(model.totalStaked(), "all stakes are back").to.equal(0n);
    const dust = model.totalFunded - model.undistributed() - model.totalPaid;
    expectRounded(-dust, Fraction.ZERO, this.claimedStretches, "dust");
    await this.recheck(() => 0, this.finalValues.size);
  }

  /* FROM RELATIVE TO ABSOLUTE */

  private secondAfter(wait: Wait): number {
    const { now } = this.model;
    if (wait.until === "later") return now + wait.seconds;
    if (wait.until === "boundary") return Math.max(now, weekStartOf(now) + (wait.weeks + 1) * WEEK + wait.offset);
    const ahead = this.unlockEnds().filter((end) => end >= now);
    if (ahead.length === 0) return now;
    return Math.max(now, ahead[wait.pick % ahead.length]! - wait.weeksBefore * WEEK + wait.offset);
  }

  private unlockEnds(): number[] {
    const ends = this.model.accounts.map((account) => this.model.positionOf(account).unlockEnd);
    return ends.filter((end) => end > 0).sort((a, b) => a - b);
  }

  private weekAt({ weeksAhead, offset }: WeekReference): bigint {
    return BigInt(weekStartOf(this.model.now) + weeksAhead * WEEK + offset);
  }

  private amountOf(amount: Amount, holder: Holder, share = 1n): bigint {
    const balance = this.model.balanceOf(holder);
    if ("beyondBalanceBy" in amount) return balance + amount.beyondBalanceBy;
    return amount.wei < balance / share ? amount.wei : balance / share;
  }

  private heldAmount(account: number, part: HeldPart): bigint {
    const held = this.model.heldOf(account);
    switch (part) {
      case "all":
        return held;
      case "half":
        return (held / 2n / GWEI) * GWEI;
      case "nothing":
        return 0n;
      case "a gwei too much":
        return held + GWEI;
      case "a wei too little":
        return held === 0n ? 1n : held - 1n;
    }
  }

  /** That preset, or the shortest one that the remaining lock time allows. */
  private longEnough(account: number, presetWeeks: bigint): bigint {
    const remaining = this.model.remainingLockTime(account % this.model.accounts.length);
    const allowed = PRESETS.filter((preset) => Number(preset) * WEEK >= remaining);
    return allowed.includes(presetWeeks) ? presetWeeks : allowed[0]!;
  }

  /** The first account from that number on that fits; high numbers are taken as they are, so that refusals occur too. */
  private favoured(number: number, fits: (account: number) => boolean): number {
    const { accounts } = this.model;
    const turned = accounts.map((account) => (account + number) % accounts.length);
    return (number < LITERAL_FROM ? turned.find(fits) : undefined) ?? turned[0]!;
  }

  private isActive(account: number): boolean {
    return this.model.remainingLockTime(account) > 0;
  }

  private resolve(action: Action): Transaction {
    const { chain, model } = this;
    const isActive = (account: number) => this.isActive(account);
    const operatorsOf = (account: number) =>
      model.accounts.filter((other) => other !== account && model.isOperator(account, other));
    const operatorOf = (account: number, number: number) => {
      const operators = operatorsOf(account);
      return operators[number % Math.max(1, operators.length)] ?? otherThan(account, number);
    };
    const numbered = (number: number) => number % model.accounts.length;
    const otherThan = (account: number, number: number) =>
      numbered(account + 1 + (number % (model.accounts.length - 1)));
    const addressOf = (number: number) => chain.accounts[numbered(number)]!;
    const staking = (account: number, call: Call, onModel: () => Result): Transaction => {
      return { from: addressOf(account), to: chain.stakeWeight, call, claimants: [], onModel };
    };
    const distributing = (sender: number, call: Call, onModel: () => Result): Transaction => {
      return { from: addressOf(sender), to: chain.distributor, call, claimants: [], onModel };
    };
    const claiming = (
      sender: number,
      claimants: readonly number[],
      call: Call,
      onModel: Transaction["onModel"],
    ): Transaction => {
      return { from: addressOf(sender), to: chain.distributor, call, claimants, onModel };
    };
    const slashing = (call: Call, onModel: () => Result): Transaction => {
      return { from: chain.slasher, to: chain.stakeWeight, call, claimants: [], onModel };
    };
    const funding = (call: Call, onModel: () => Result): Transaction => {
      return { from: chain.funder, to: chain.distributor, call, claimants: [], onModel };
    };

    switch (action.do) {
      case "moveOn": {
        const { account, amount, presetWeeks } = action;
        switch (model.positionOf(numbered(account)).state) {
          case "None":
            return this.resolve({ do: "stake", account, amount, presetWeeks });
          case "Locked":
            return this.resolve({ do: "initiateUnlock", account });
          case "Unlocking":
            return this.resolve({ do: "relock", account, presetWeeks: this.longEnough(account, presetWeeks) });
          case "Unlocked":
            return this.resolve({ do: "withdraw", account });
        }
      }
      // eslint-disable-next-line no-fallthrough -- every state above returns
      case "stake":
      case "update": {
        const account = action.do === "update" ? this.favoured(action.account, isActive) : numbered(action.account);
        const amount = this.amountOf(action.amount, account);
        const { presetWeeks } = action;
        return staking(account, [action.do, amount, presetWeeks], () => model[action.do](account, amount, presetWeeks));
      }
      case "increaseAmount": {
        const account = this.favoured(action.account, isActive);
        const amount = this.amountOf(action.amount, account);
        return staking(account, [action.do, amount], () => model.increaseAmount(account, amount));
      }
      case "relock": {
        const account = this.favoured(action.account, isActive);
        return staking(account, [action.do, action.presetWeeks], () => model.relock(account, action.presetWeeks));
      }
      case "initiateUnlock":
      case "withdraw": {
        const account = numbered(action.account);
        return staking(account, [action.do], () => model[action.do](account));
      }
      case "stakeFor": {
        const { presetWeeks } = action;
        const account = this.favoured(action.account, (one) => operatorsOf(one).length > 0);
        const payer = operatorOf(account, action.payer);
        const amount = this.amountOf(action.amount, payer);
        return staking(payer, [action.do, addressOf(account), amount, presetWeeks], () =>
          model.stakeFor(payer, account, amount, presetWeeks),
        );
      }
      case "increaseAmountFor": {
        const account = this.favoured(action.account, (one) => operatorsOf(one).length > 0 && isActive(one));
        const payer = operatorOf(account, action.payer);
        const amount = this.amountOf(action.amount, payer);
        return staking(payer, [action.do, addressOf(account), amount], () =>
          model.increaseAmountFor(payer, account, amount),
        );
      }
      case "setOperator": {
        const account = numbered(action.account);
        const operator = numbered(action.operator);
        return staking(account, [action.do, addressOf(operator), action.approved], () =>
          model.setOperator(account, operator, action.approved),
        );
      }
      case "delegate": {
        const account = numbered(action.account);
        const delegatee = action.delegatee === "zero" ? account : numbered(action.delegatee);
        const address = action.delegatee === "zero" ? ZeroAddress : addressOf(delegatee);
        return staking(account, [action.do, address], () => model.delegate(account, delegatee));
      }
      case "holdForSlash": {
        const account = this.favoured(action.account, (one) => model.positionOf(one).state !== "None");
        const { slashBps } = action;
        return slashing([action.do, addressOf(account), slashBps], () => model.holdForSlash(account, slashBps));
      }
      case "releaseHeld":
      case "slash": {
        const account = this.favoured(action.account, (one) => model.heldOf(one) > 0n);
        const amount = this.heldAmount(account, action.part);
        return slashing([action.do, addressOf(account), amount], () => model[action.do](account, amount));
      }
      case "claim": {
        const account = numbered(action.account);
        return claiming(action.sender, [account], [action.do, addressOf(account)], (payment) =>
          model.claim(account, payment),
        );
      }
      case "claimMany": {
        const accounts = action.accounts.map(numbered);
        return claiming(action.sender, accounts, [action.do, accounts.map(addressOf)], (payment) =>
          model.claimMany(accounts, payment),
        );
      }
      case "claimAndRestake": {
        const account = this.favoured(action.account, (one) => isActive(one) && model.dueOf(one).floor() > 0n);
        return claiming(account, [account], [action.do], (payment) => model.claimAndRestake(account, payment));
      }
      case "setRecipient": {
        const account = numbered(action.account);
        const recipient = typeof action.recipient === "number" ? numbered(action.recipient) : action.recipient;
        const invalid = {
          zero: ZeroAddress,
          stakeWeight: chain.stakeWeightAddress,
          distributor: chain.distributorAddress,
        };
        const address = typeof recipient === "number" ? addressOf(recipient) : invalid[recipient];
        return distributing(account, [action.do, address], () => model.setRecipient(account, recipient));
      }
      case "fund": {
        const week = this.weekAt(action.week);
        const amount = this.amountOf(action.amount, "funder", 2n);
        this.lastFundedWeekStart = Math.max(this.lastFundedWeekStart, Number(week));
        return funding([action.do, week, amount], () => model.fund(week, amount));
      }
      case "fundRange": {
        const week = this.weekAt(action.week);
        const count = BigInt(action.weekCount);
        const amount = this.amountOf(action.amount, "funder", 2n * (count + 1n));
        this.lastFundedWeekStart = Math.max(this.lastFundedWeekStart, Number(week) + action.weekCount * WEEK);
        return funding([action.do, week, count, amount], () => model.fundRange(week, count, amount));
      }
      case "sendStray": {
        const amount = this.amountOf(action.amount, "funder", 2n);
        const address = action.to === "stakeWeight" ? chain.stakeWeightAddress : chain.distributorAddress;
        return {
          from: chain.funder,
          to: chain.token,
          call: ["transfer", address, amount],
          claimants: [],
          onModel: () => model.sendStray(action.to, amount),
        };
      }
      case "fundStrayTokens":
        return distributing(action.sender, [action.do], () => model.fundStrayTokens());
      case "closeWeeks":
        return distributing(action.sender, [action.do, action.max], () => model.closeWeeks(BigInt(action.max)));
    }
  }

  /* PROBES */

  /** Views of rewards close the open weeks each time anew, which takes the in-process chain long after years of silence. */
  private isSlowToClose(): boolean {
    return weekStartOf(this.model.now) - this.model.firstOpenWeekStart > 20 * WEEK;
  }

  /** All accounts, or one where looking at all takes too long. */
  private pickAccounts(pick: (below: number) => number): readonly number[] {
    const { accounts } = this.model;
    return this.isSlowToClose() ? [pick(accounts.length)] : accounts;
  }

  private pickSecond(pick: (below: number) => number): number {
    const { model } = this;
    const changes = model.changesOf(pick(model.accounts.length));
    const ends = this.unlockEnds();
    const offset = pick(3) - 1;
    switch (pick(5)) {
      case 0:
        return model.now + offset;
      case 1:
        return (changes[pick(Math.max(1, changes.length))] ?? model.now) + offset;
      case 2:
        return (ends[pick(Math.max(1, ends.length))] ?? model.now) + offset;
      case 3:
        return this.pickWeek(pick) + offset;
      default:
        return this.chain.start - WEEK + pick(model.now - this.chain.start + 120 * WEEK);
    }
  }

  private pickWeek(pick: (below: number) => number): number {
    const { model, chain } = this;
    const running = weekStartOf(model.now);
    const changes = model.changesOf(pick(model.accounts.length));
    const ends = this.unlockEnds();
    switch (pick(4)) {
      case 0:
        return running + (pick(4) - 2) * WEEK;
      case 1:
        return weekStartOf(changes[pick(Math.max(1, changes.length))] ?? model.now) + pick(2) * WEEK;
      case 2:
        return (ends[pick(Math.max(1, ends.length))] ?? running) + (pick(3) - 1) * WEEK;
      default: {
        const first = weekStartOf(chain.start) - WEEK;
        return first + pick((running - first) / WEEK + 110) * WEEK;
      }
    }
  }
}

/** `value` is `exact` rounded down, short of it by less than the bound of so many stretches. */
function expectRounded(value: bigint, exact: Fraction, stretches: number, what: string): void {
  const short = exact.minus(value);
  const message = `${what}: ${value} of ${exact.floor()}, ${stretches} stretches`;
  expect(short.isBelow(Fraction.ZERO), `${message}: more than due`).to.equal(false);
  const isClose = short.numerator === 0n || short.isBelow(roundingBound(stretches));
  expect(isClose, `${message}: less than due`).to.equal(true);
}
