import type { SimulationContracts } from "../chain/deploySimulation";
import type { SimulationChain } from "../chain/SimulationChain";
import { expectSame } from "../Deviation";
import type { RewardModel } from "../model/RewardModel";
import type { StakeModel } from "../model/StakeModel";
import { toWeight, WEEK, weekStartOf } from "../model/StakeModel";
import type { Random } from "../Random";

/** How many accounts are sampled a week, and how many remembered values are read again. */
const SAMPLED = 8;
const REREAD = 64;

interface PastValue {
  what: string;
  to: string;
  data: string;
  value: bigint;
}

/** Values of the past that the model told while they were the present; they are read again and again (invariant 6). */
export class PastValues {
  readonly #values: PastValue[] = [];

  constructor(
    private readonly options: {
      chain: SimulationChain;
      contracts: SimulationContracts;
      addresses: readonly string[];
      stakes: StakeModel;
      rewards: RewardModel;
      random: Random;
    },
  ) {}

  /** Remembers values of the newest second. */
  remember(): void {
    const { chain, contracts, addresses, stakes, rewards, random } = this.options;
    const { address: to, interface: coder } = contracts.StakeWeight;
    const second = chain.now;
    const period = weekStartOf(second);
    const add = (what: string, name: string, parameters: unknown[], value: bigint) => {
      this.#values.push({ what, to, data: coder.encodeFunctionData(name, parameters), value });
    };
    const weight = toWeight(stakes.totalTokenSeconds(second));
    add("the past weight of all", "totalWeightAt", [second], weight);
    add("the past votes of all", "getPastTotalSupply", [second], weight);
    add("the weight of all for a past period", "totalWeightForPeriod", [period], rewards.periodWeight());
    for (let count = 0; count < SAMPLED; count++) {
      const account = random.between(0, addresses.length - 1);
      add("a past weight", "weightAt", [addresses[account], second], stakes.weight(account, second));
      add("past votes", "getPastVotes", [addresses[account], second], stakes.votes(account, second));
      const ofPeriod = rewards.periodWeightOf(account);
      add("the weight for a past period", "weightForPeriod", [addresses[account], period], ofPeriod);
    }
  }

  /** Remembers a reward of a finished week. */
  rememberReward(reward: bigint): void {
    const { chain, contracts } = this.options;
    const { address: to, interface: coder } = contracts.RewardDistributor;
    const data = coder.encodeFunctionData("rewardForPeriod", [weekStartOf(chain.now) - WEEK]);
    this.#values.push({ what: "the reward of a past week", to, data, value: reward });
  }

  /** Reads some of all values again. Later than the second in which they were remembered. */
  async check(): Promise<void> {
    const { chain, random } = this.options;
    if (this.#values.length === 0) return;
    const chosen = Array.from({ length: REREAD }, () => random.pick(this.#values));
    const found = await chain.readWords(chosen);
    for (const [index, { what, value }] of chosen.entries()) expectSame(what, value, found[index]);
  }
}
