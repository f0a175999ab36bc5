import { MaxUint256 } from "ethers";
import type { SimulationContracts } from "../chain/deploySimulation";
import { WEEK, weekStartOf } from "../model/StakeModel";
import type { RewardModel } from "../model/RewardModel";
import type { Treasury } from "../model/Treasury";
import type { Random } from "../Random";
import type { Step } from "../Step";

const WCT = 10n ** 18n;

/** Every so many weeks as many are funded, but for the last one: a week without a reward has to be possible. */
export const FUNDING_ROUND = 13;

/** Of a week's reward, in WCT. */
const REWARD = { from: 90_000, to: 150_000 };

/** More than are ever open. */
const MOST_CLOSED = 200;

/** Pays for the stakers' rewards, some weeks ahead. */
export class Funding {
  readonly #options: { funder: string; contracts: SimulationContracts; rewards: RewardModel; treasury: Treasury };
  readonly #random: Random;
  readonly #weeks: number;

  constructor(options: {
    funder: string;
    weeks: number;
    contracts: SimulationContracts;
    rewards: RewardModel;
    treasury: Treasury;
    random: Random;
  }) {
    this.#options = options;
    this.#random = options.random;
    this.#weeks = options.weeks;
  }

  /** What is done in the beginning of week `week`, counted from 0, at `second`. */
  stepsOf(week: number, second: number): Step[] {
    const { funder, treasury } = this.#options;
    if (week % FUNDING_ROUND !== 0) return [];
    const weeks = Math.min(FUNDING_ROUND - 1, this.#weeks - week);
    const perWeek = BigInt(this.#random.between(REWARD.from, REWARD.to)) * WCT + 1n;
    const approve = week === 0 ? [this.#approve()] : [];
    return [
      treasury.give(funder, perWeek * BigInt(weeks)),
      ...approve,
      this.#fund(weekStartOf(second), weeks, perWeek),
    ];
  }

  /** Anyone may close what no claim has closed yet. */
  closing(): Step {
    const { funder, contracts } = this.#options;
    const { address, interface: coder } = contracts.RewardDistributor;
    const data = coder.encodeFunctionData("closeWeeks", [MOST_CLOSED]);
    return { operation: "closeWeeks", from: funder, to: address, data, isAllowed: true };
  }

  #fund(firstWeekStart: number, weeks: number, perWeek: bigint): Step {
    const { funder, contracts, rewards, treasury } = this.#options;
    const { address, interface: coder } = contracts.RewardDistributor;
    return {
      operation: "fundRange",
      from: funder,
      to: address,
      data: coder.encodeFunctionData("fundRange", [firstWeekStart, weeks, perWeek]),
      isAllowed: true,
      done: () => {
        for (let week = 0; week < weeks; week++) rewards.fund(firstWeekStart + week * WEEK, perWeek);
        treasury.pay(funder, "rewards", perWeek * BigInt(weeks));
      },
    };
  }

  #approve(): Step {
    const { funder, contracts } = this.#options;
    const { WCT: token, RewardDistributor } = contracts;
    const data = token.interface.encodeFunctionData("approve", [RewardDistributor.address, MaxUint256]);
    return { operation: "approve", from: funder, to: token.address, data, isAllowed: true };
  }
}
