import { MaxUint256 } from "ethers";
import type { Actors } from "../Actors";
import type { SimulationContracts } from "../chain/deploySimulation";
import type { SimulationChain } from "../chain/SimulationChain";
import { NodeModel } from "../model/NodeModel";
import type { RewardModel } from "../model/RewardModel";
import type { StakeModel } from "../model/StakeModel";
import type { Treasury } from "../model/Treasury";
import type { Random } from "../Random";
import type { Slot } from "../Slot";
import type { Stakers } from "../stakers/Stakers";
import type { Step } from "../Step";
import type { WeekOfRecord } from "../WeekOfRecord";
import { checkNodes } from "./checkNodes";
import { expectNodes } from "./expectNodes";
import { Finalizations } from "./Finalizations";
import { isQualified } from "./isQualified";
import { NodeActions } from "./NodeActions";
import { NodePay } from "./NodePay";
import type { NodeState } from "./NodeState";
import { Slashes } from "./Slashes";

const DAY = 86_400;
const DAYS = 7;
const WCT = 10n ** 18n;
const TARGET_SEATED = 21;
const CONFIRMATION_TIME = DAY;
const DISPLACEMENT_TIME = 3_600;

/** Every so many weeks, all epochs of as many are funded. */
const FUNDING_ROUND = 13;
const EPOCH_FUNDING = 1_000n * WCT + 7n;

/** How likely something happens to a node in half a day. */
const LEAVE = 0.000_7;
const LAPSE = 0.000_3;
const RELOCK = 0.02;
const RETURN = 0.15;
const CONFIRM = 0.96;
const NAMED = 0.5;

/** How likely an operator claims in a week. */
const CLAIM = 0.3;

/** The nodes' days: they register, are called up, measured, paid, confined, slashed, leave and return. */
export class Nodes {
  readonly finalizations: Finalizations;

  readonly #options: {
    chain: SimulationChain;
    contracts: SimulationContracts;
    stakes: StakeModel;
    rewards: RewardModel;
    treasury: Treasury;
    stakers: Stakers;
    actors: Actors;
    random: Random;
    start: number;
    weeks: number;
  };
  readonly #operators: readonly string[];
  readonly #model: NodeModel;
  readonly #pay = new NodePay();
  readonly #slashes: Slashes;
  readonly #actions: NodeActions;

  constructor(options: {
    chain: SimulationChain;
    contracts: SimulationContracts;
    stakes: StakeModel;
    rewards: RewardModel;
    treasury: Treasury;
    stakers: Stakers;
    actors: Actors;
    random: Random;
    start: number;
    weeks: number;
  }) {
    const { contracts, actors, random, stakes, rewards, treasury } = options;
    this.#options = options;
    this.#operators = actors.operators;
    this.#slashes = new Slashes({ contracts, stakes, rewards, treasury, random, guardian: actors.guardian });
    this.#model = new NodeModel({
      operators: actors.operators,
      start: options.start,
      thresholds: () => this.finalizations.rounds.configuration.thresholds,
      weightOf: (operator, second) => stakes.weight(this.#operators.indexOf(operator), second),
    });
    const model = this.#model;
    this.finalizations = new Finalizations({ ...options, pay: this.#pay, slashes: this.#slashes, model });
    this.#actions = new NodeActions({ ...options, model, rounds: this.finalizations.rounds });
  }

  /** What the nodes do in a slot, and what is done about them. */
  async stepsOf(slot: Slot): Promise<Step[]> {
    const { day, part, second, week } = slot;
    if (day === 0) return part === "morning" ? this.#join() : [];
    const { random } = this.#options;
    await expectNodes({ ...this.#options, operators: this.#operators, model: this.#model });
    const finalization = await this.finalizations.stepOf(slot);
    const present = this.#model.at(second);
    const isFunding = part === "morning" && day % DAYS === 1 && week % FUNDING_ROUND === 0;
    return [
      // First of all: what it brings is foreseen from how everything stands now.
      ...(finalization ? [finalization] : part === "morning" ? [this.#actions.update()] : []),
      ...(isFunding ? this.#fund(second, week) : []),
      ...this.#slashes.stepsOf(second),
      ...this.#callUps(present),
      ...(finalization ? [] : await this.#lives(present, second)),
      ...(part === "afternoon" && day % DAYS === 1
        ? this.#operators.filter(() => random.chance(CLAIM)).map((operator) => this.#claim(operator))
        : []),
    ];
  }

  /** The statuses, and that seats, pay and slashes are as they have to be. */
  check(): Promise<WeekOfRecord["nodes"]> {
    const own = { operators: this.#operators, model: this.#model, pay: this.#pay, slashes: this.#slashes };
    return checkNodes({ ...this.#options, ...own });
  }

  /** Nodes leave, so that nothing can be held back any more. */
  leaving(): Step[] {
    const nodes = this.#model.at(this.#options.chain.now);
    return this.#operators.flatMap((operator, account) => {
      const { status } = nodes[account]!;
      const isIn = status !== "None" && status !== "Deactivated";
      return [...(isIn ? [this.#actions.leave(operator)] : []), this.#claim(operator)];
    });
  }

  /** All slashes that are due are executed. */
  settling(second: number): Step[] {
    return this.#slashes.stepsOf(second, true);
  }

  #join(): Step[] {
    const { treasury, actors, contracts } = this.#options;
    const { WCT: token, NodeRewards } = contracts;
    const approve: Step = {
      operation: "approve",
      from: actors.funder,
      to: token.address,
      data: token.interface.encodeFunctionData("approve", [NodeRewards.address, MaxUint256]),
      isAllowed: true,
    };
    const epochs = BigInt(this.#options.weeks * DAYS);
    return [
      treasury.give(actors.funder, EPOCH_FUNDING * epochs),
      approve,
      ...this.#operators.map((operator) => this.#actions.allow(operator)),
    ];
  }

  #fund(second: number, week: number): Step[] {
    const { actors, contracts, treasury, weeks } = this.#options;
    const first = Math.floor(second / DAY);
    const count = Math.min(FUNDING_ROUND, weeks - week) * DAYS - 1;
    const { address, interface: coder } = contracts.NodeRewards;
    return [
      {
        operation: "fundRange (nodes)",
        from: actors.funder,
        to: address,
        data: coder.encodeFunctionData("fundRange", [first, count, EPOCH_FUNDING]),
        isAllowed: true,
        done: () => {
          for (let epoch = first; epoch < first + count; epoch++) this.#pay.fund(epoch, EPOCH_FUNDING);
          treasury.pay(actors.funder, "nodes", EPOCH_FUNDING * BigInt(count));
        },
      },
    ];
  }

  #callUps(nodes: readonly NodeState[]): Step[] {
    const { random, stakes, chain } = this.#options;
    let occupied = nodes.filter(({ isSeated, confirmBy }) => isSeated || confirmBy !== 0).length;
    return this.#operators.flatMap((operator, account) => {
      const { status, confirmBy } = nodes[account]!;
      if (status !== "Standby" || confirmBy !== 0 || occupied >= TARGET_SEATED || !random.chance(NAMED)) return [];
      if (stakes.state(account, chain.now) !== "Locked") return [];
      occupied += 1;
      return [this.#actions.callUp(operator)];
    });
  }

  /** What each node does by itself. */
  async #lives(nodes: readonly NodeState[], second: number): Promise<Step[]> {
    const steps: Step[] = [];
    for (const [account, operator] of this.#operators.entries()) {
      const step = await this.#live(account, operator, nodes[account]!, second);
      if (step) steps.push(step);
    }
    return steps;
  }

  async #live(account: number, operator: string, node: NodeState, second: number): Promise<Step | undefined> {
    const { random, stakers, stakes } = this.#options;
    const { status, confirmBy, returnsAt } = node;
    const qualifies = isQualified({ stakes, account, second });
    if (!qualifies) {
      if (stakes.state(account, second) === "Unlocking" && random.chance(RELOCK)) return stakers.relock(account, 104);
      const isIn = status !== "None" && status !== "Deactivated";
      return isIn && random.chance(NAMED) ? this.#actions.deactivateUnqualified(operator) : undefined;
    }
    if (status === "None" || status === "Deactivated") {
      const returns = second >= returnsAt && (status === "None" || random.chance(RETURN));
      return returns ? this.#actions.register(operator) : undefined;
    }
    if (confirmBy !== 0) return this.#answer(operator, confirmBy, second);
    if (random.chance(LEAVE)) return this.#actions.leave(operator);
    return random.chance(LAPSE) ? stakers.unlock(account, second) : undefined;
  }

  /** To a call-up. */
  #answer(operator: string, confirmBy: number, second: number): Step | undefined {
    if (second >= confirmBy) return this.#actions.deactivateMissed(operator);
    if (second < confirmBy - CONFIRMATION_TIME + DISPLACEMENT_TIME) return undefined;
    return this.#options.random.chance(CONFIRM) ? this.#actions.confirm(operator) : undefined;
  }

  #claim(operator: string): Step {
    const { contracts, treasury } = this.#options;
    const { address, interface: coder } = contracts.NodeRewards;
    return {
      operation: "claim (nodes)",
      from: operator,
      to: address,
      data: coder.encodeFunctionData("claim", [operator]),
      isAllowed: true,
      done: () => {
        treasury.receive(operator, "nodes", this.#pay.claim(operator));
      },
    };
  }
}
