import { MaxUint256 } from "ethers";
import type { Deployed, SimulationContracts } from "../chain/deploySimulation";
import { eventsOf, type Log } from "../chain/SimulationChain";
import { expectWithin } from "../Deviation";
import type { Treasury } from "../model/Treasury";
import type { RewardModel } from "../model/RewardModel";
import type { StakeModel } from "../model/StakeModel";
import type { Random } from "../Random";
import type { Step } from "../Step";
import { type Action, chooseAction, pauseOf } from "./chooseAction";
import { pickPreset, type Staker } from "./population";

const DAY = 86_400;

/** Above what it stakes first, an account has so many tenths of it to add later. */
const SPARE_TENTHS = 8n;

/** Chance that one that left comes back, and after how many days. */
const RETURN = { chance: 0.5, from: 14, to: 120 };

/** What stakers do day by day, each by its habit; and the same in the model, once the chain has done it. */
export class Stakers {
  readonly list: readonly Staker[];
  /** Who may be given votes. */
  readonly delegates: readonly number[];

  readonly #contracts: SimulationContracts;
  readonly #stakes: StakeModel;
  readonly #rewards: RewardModel;
  readonly #treasury: Treasury;
  readonly #random: Random;
  /** Who acts on which day. */
  readonly #calendar = new Map<number, number[]>();

  constructor(options: {
    stakers: readonly Staker[];
    contracts: SimulationContracts;
    stakes: StakeModel;
    rewards: RewardModel;
    treasury: Treasury;
    random: Random;
  }) {
    this.list = options.stakers;
    this.#contracts = options.contracts;
    this.#stakes = options.stakes;
    this.#rewards = options.rewards;
    this.#treasury = options.treasury;
    this.#random = options.random;
    this.delegates = this.list.flatMap(({ habit }, account) =>
      habit === "whale" || habit === "operator" ? [account] : [],
    );
    for (const [account, { joinDay }] of this.list.entries()) this.#schedule(account, joinDay);
  }

  /** What is done on a day, in the second `second` of it. */
  stepsOf(day: number, second: number): Step[] {
    const due = this.#calendar.get(day) ?? [];
    this.#calendar.delete(day);
    return due.flatMap((account) => {
      const { habit } = this.list[account]!;
      const action = chooseAction({
        random: this.#random,
        habit,
        state: this.#stakes.state(account, second),
        position: this.#stakes.of(account),
        second,
      });
      this.#schedule(account, this.#nextDay(account, action, day, second));
      return this.#take(account, action, second);
    });
  }

  /** Everybody claims, and begins to leave or takes the tokens, whatever is possible. */
  leaving(second: number): Step[] {
    return this.list.flatMap((_, account) => {
      const state = this.#stakes.state(account, second);
      const leave = state === "Locked" ? [this.unlock(account, second)] : [];
      const withdraw = state === "Unlocked" ? [this.#withdraw(account)] : [];
      return [this.claim(account), ...leave, ...withdraw];
    });
  }

  claim(account: number): Step {
    return this.#step(
      "claim",
      account,
      this.#contracts.RewardDistributor,
      ["claim", [this.#address(account)]],
      (logs) => {
        this.#treasury.receive(this.#address(account), "rewards", this.#paid(account, logs));
      },
    );
  }

  #nextDay(account: number, action: Action, day: number, second: number): number {
    const { habit } = this.list[account]!;
    if (action.kind === "withdraw") {
      if (!this.#random.chance(RETURN.chance)) return Infinity;
      return day + this.#random.between(RETURN.from, RETURN.to);
    }
    const next = day + pauseOf(this.#random, habit);
    const { unlockEnd } = this.#stakes.of(account);
    if (unlockEnd === 0 || habit === "sleeper") return next;
    // It looks again on the first day after the end.
    return Math.min(next, day + Math.max(1, Math.ceil((unlockEnd - second) / DAY)));
  }

  #schedule(account: number, day: number): void {
    if (!Number.isFinite(day)) return;
    const due = this.#calendar.get(day);
    if (due) due.push(account);
    else this.#calendar.set(day, [account]);
  }

  #take(account: number, action: Action, second: number): Step[] {
    switch (action.kind) {
      case "stake":
        return this.#join(account);
      case "increase":
        return this.#increase(account);
      case "relock":
        return [this.relock(account, action.presetWeeks)];
      case "update":
        return this.#update(account, action.presetWeeks);
      case "initiateUnlock":
        return [this.unlock(account, second)];
      case "withdraw":
        return [this.#withdraw(account)];
      case "claim":
        return [this.claim(account)];
      case "restake":
        return this.#restake(account);
      case "delegate":
        return [this.#delegate(account)];
      case "refused":
        return [this.#refused(account, action.call)];
      case "wait":
        return [];
    }
  }

  /** The first time it gets its tokens and approves the contract; whoever returns has both. */
  #join(account: number): Step[] {
    const { address, amount } = this.list[account]!;
    const isNew = this.#treasury.balanceOf(address) === 0n;
    const first = isNew
      ? [this.#treasury.give(address, amount + (amount * SPARE_TENTHS) / 10n), this.#approve(address)]
      : [];
    // Amounts below ten wei leave nothing to spare; returning, it may have spent some.
    const staked = isNew || this.#treasury.balanceOf(address) >= amount ? amount : this.#treasury.balanceOf(address);
    return [...first, this.stake(account, staked, isNew ? this.list[account]!.presetWeeks : pickPreset(this.#random))];
  }

  stake(account: number, amount: bigint, presetWeeks: number): Step {
    return this.#step("stake", account, this.#contracts.StakeWeight, ["stake", [amount, presetWeeks]], () => {
      this.#stakes.stake(account, amount, presetWeeks);
      this.#treasury.pay(this.#address(account), "stakes", amount);
    });
  }

  #increase(account: number): Step[] {
    const amount = this.#someTokens(account);
    if (amount === 0n) return [this.claim(account)];
    return [
      this.#step("increaseAmount", account, this.#contracts.StakeWeight, ["increaseAmount", [amount]], () => {
        this.#stakes.increase(account, amount);
        this.#treasury.pay(this.#address(account), "stakes", amount);
      }),
    ];
  }

  relock(account: number, presetWeeks: number): Step {
    return this.#step("relock", account, this.#contracts.StakeWeight, ["relock", [presetWeeks]], () => {
      this.#stakes.relock(account, presetWeeks);
    });
  }

  #update(account: number, presetWeeks: number): Step[] {
    const amount = this.#someTokens(account);
    if (amount === 0n) return [this.claim(account)];
    return [
      this.#step("update", account, this.#contracts.StakeWeight, ["update", [amount, presetWeeks]], () => {
        this.#stakes.relock(account, presetWeeks, amount);
        this.#treasury.pay(this.#address(account), "stakes", amount);
      }),
    ];
  }

  unlock(account: number, second: number): Step {
    return this.#step("initiateUnlock", account, this.#contracts.StakeWeight, ["initiateUnlock", []], () => {
      this.#stakes.initiateUnlock(account, second);
    });
  }

  #withdraw(account: number): Step {
    return this.#step("withdraw", account, this.#contracts.StakeWeight, ["withdraw", []], () => {
      this.#treasury.receive(this.#address(account), "stakes", this.#stakes.withdraw(account));
    });
  }

  /** Nothing, if rounding decides whether there is anything to restake. */
  #restake(account: number): Step[] {
    const { least, most } = this.#rewards.due(account);
    if (least === 0n && most !== 0n) return [];
    const call = ["claimAndRestake", []] as const;
    const step = this.#step("claimAndRestake", account, this.#contracts.RewardDistributor, call, (logs) => {
      const paid = this.#paid(account, logs);
      this.#stakes.increase(account, paid);
      this.#treasury.move("rewards", "stakes", paid);
    });
    return [{ ...step, isAllowed: least !== 0n }];
  }

  #delegate(account: number): Step {
    const delegatee =
      this.#random.chance(0.2) || this.delegates.length === 0 ? account : this.#random.pick(this.delegates);
    const call = ["delegate", [this.#address(delegatee)]] as const;
    return this.#step("delegate", account, this.#contracts.StakeWeight, call, () => {
      this.#stakes.delegate(account, delegatee);
    });
  }

  #refused(account: number, call: Extract<Action, { kind: "refused" }>["call"]): Step {
    const parameters = { stake: [1n, 4], withdraw: [], initiateUnlock: [], relock: [104] }[call];
    return { ...this.#step(call, account, this.#contracts.StakeWeight, [call, parameters]), isAllowed: false };
  }

  #approve(address: string): Step {
    const { WCT, StakeWeight } = this.#contracts;
    const data = WCT.interface.encodeFunctionData("approve", [StakeWeight.address, MaxUint256]);
    return { operation: "approve", from: address, to: WCT.address, data, isAllowed: true };
  }

  #step(
    operation: string,
    account: number,
    { address: to, interface: coder }: Deployed,
    [name, parameters]: readonly [string, readonly unknown[]],
    done?: (logs: Log[]) => void,
  ): Step {
    const data = coder.encodeFunctionData(name, parameters);
    return { operation, from: this.#address(account), to, data, isAllowed: true, ...(done && { done }) };
  }

  /** What a claim paid, which has to be what was due; the model takes it as paid. */
  #paid(account: number, logs: Log[]): bigint {
    const events = eventsOf(this.#contracts.RewardDistributor, logs);
    const paid = (events.find(({ name }) => name === "Claimed")?.args["amount"] ?? 0n) as bigint;
    expectWithin("the reward paid", this.#rewards.due(account), paid, this.#address(account));
    this.#rewards.settle(account, paid);
    return paid;
  }

  /** Between a tenth of what it has and all. */
  #someTokens(account: number): bigint {
    const balance = this.#treasury.balanceOf(this.#address(account));
    return balance < 10n ? balance : this.#random.amount(balance / 10n, balance);
  }

  #address(account: number): string {
    return this.list[account]!.address;
  }
}
