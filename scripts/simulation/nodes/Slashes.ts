import type { SimulationContracts } from "../chain/deploySimulation";
import type { RewardModel } from "../model/RewardModel";
import { type StakeModel, weekStartOf } from "../model/StakeModel";
import type { Treasury } from "../model/Treasury";
import type { Random } from "../Random";
import type { Step } from "../Step";

/** The offence of a node that failed. */
const CONFINEMENT = 0;

/** How likely a slash is vetoed, and executed on a day on which it can be. */
const VETO = 0.2;
const EXECUTION = 0.6;

/** A slash that is neither executed nor vetoed. */
interface PendingSlash {
  account: number;
  operator: string;
  epoch: number;
  amount: bigint;
  dueAt: number;
  isVetoed: boolean;
}

/** What is held back of nodes that failed, until it is taken or given back. */
export class Slashes {
  readonly #options: {
    contracts: SimulationContracts;
    stakes: StakeModel;
    rewards: RewardModel;
    treasury: Treasury;
    random: Random;
    guardian: string;
  };
  #pending: PendingSlash[] = [];

  constructor(options: {
    contracts: SimulationContracts;
    stakes: StakeModel;
    rewards: RewardModel;
    treasury: Treasury;
    random: Random;
    guardian: string;
  }) {
    this.#options = options;
  }

  propose(slash: Omit<PendingSlash, "isVetoed">): void {
    this.#pending.push({ ...slash, isVetoed: this.#options.random.chance(VETO) });
  }

  /** Some of what can be decided at `second`, or all of it. */
  stepsOf(second: number, all = false): Step[] {
    const { random } = this.#options;
    return this.#pending.flatMap((slash) => {
      if (second < slash.dueAt) return slash.isVetoed ? [this.#veto(slash)] : [];
      return all || random.chance(EXECUTION) ? [this.#execute(slash, second)] : [];
    });
  }

  /** What is pending against an operator. */
  pendingOf(account: number): bigint {
    return this.#pending.filter((slash) => slash.account === account).reduce((sum, { amount }) => sum + amount, 0n);
  }

  #veto(slash: PendingSlash): Step {
    const { guardian, stakes } = this.#options;
    return this.#decide("vetoSlash", guardian, slash, () => {
      stakes.release(slash.account, slash.amount);
    });
  }

  /** Anyone may. */
  #execute(slash: PendingSlash, second: number): Step {
    const { guardian, stakes, rewards, treasury } = this.#options;
    return this.#decide("executeSlash", guardian, slash, () => {
      stakes.slash(slash.account, slash.amount);
      rewards.fund(weekStartOf(second), slash.amount);
      treasury.move("stakes", "rewards", slash.amount);
    });
  }

  #decide(operation: "vetoSlash" | "executeSlash", from: string, slash: PendingSlash, done: () => void): Step {
    const { address, interface: coder } = this.#options.contracts.NodeRewards;
    return {
      operation,
      from,
      to: address,
      data: coder.encodeFunctionData(operation, [slash.operator, slash.epoch, CONFINEMENT]),
      isAllowed: true,
      done: () => {
        this.#pending = this.#pending.filter((one) => one !== slash);
        done();
      },
    };
  }
}
