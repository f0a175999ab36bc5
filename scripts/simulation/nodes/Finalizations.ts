import { getAddress } from "ethers";
import type { Actors } from "../Actors";
import type { SimulationContracts } from "../chain/deploySimulation";
import { eventsOf, type Log } from "../chain/SimulationChain";
import { expectSame } from "../Deviation";
import type { NodeModel } from "../model/NodeModel";
import type { StakeModel } from "../model/StakeModel";
import type { Random } from "../Random";
import type { Slot } from "../Slot";
import type { Step } from "../Step";
import { activeOperators, expectOutcome, type Outcome } from "./expectOutcome";
import { isQualified } from "./isQualified";
import type { NodePay } from "./NodePay";
import { type Round, Rounds } from "./Rounds";
import type { Slashes } from "./Slashes";

const DAY = 86_400;

/** Between a proposal of a slash and the first second in which it can be executed. */
const VETO_TIME = DAY;

/** In which of a hundred epochs some reports come in, so that it takes six hours, or too few, so that it is missed. */
const LATE = 0.05;
const MISSED = 0.02;

/** The finalization of every epoch: who reports, and what it has to bring by the reference, against what it brings. */
export class Finalizations {
  readonly rounds: Rounds;
  /** How many epochs were finalized. */
  count = 0;

  readonly #options: {
    contracts: SimulationContracts;
    stakes: StakeModel;
    actors: Actors;
    random: Random;
    pay: NodePay;
    slashes: Slashes;
    model: NodeModel;
  };
  /** Of the operators, by epoch. */
  readonly #weightsAtOpening = new Map<number, bigint[]>();
  #members = 0;
  #part: Slot["part"] = "morning";

  constructor(options: {
    contracts: SimulationContracts;
    stakes: StakeModel;
    actors: Actors;
    random: Random;
    pay: NodePay;
    slashes: Slashes;
    model: NodeModel;
  }) {
    this.#options = options;
    this.rounds = new Rounds(options);
  }

  /** In the slot that it falls into, the finalization of the epoch before; undefined if there is none. */
  async stepOf({ part, second }: Slot): Promise<Step | undefined> {
    this.#weigh(second);
    if (part === "morning") this.#drawReports();
    if (part !== this.#part || this.#members === 0) return undefined;
    const epoch = Math.floor(second / DAY) - 1;
    this.#expectSeated(epoch, second);
    const round = await this.rounds.plan({ epoch, second, members: this.#members });
    if (round === undefined) return undefined;
    const outcome = this.#expect(round, second);
    const { contracts, actors } = this.#options;
    const { address, interface: coder } = contracts.PerformanceOracle;
    return {
      operation: "finalize",
      from: actors.funder,
      to: address,
      data: coder.encodeFunctionData("finalize", round.args),
      isAllowed: true,
      done: (logs) => {
        this.rounds.learn(logs);
        this.#settle(round, outcome, logs, second);
      },
    };
  }

  /** The weights at the opening count as they were at the end of that second, so after a block in it. */
  #weigh(second: number): void {
    const { stakes, actors } = this.#options;
    const epoch = Math.floor(second / DAY);
    const opening = epoch * DAY;
    if (second === opening || this.#weightsAtOpening.has(epoch)) return;
    const weights = actors.operators.map((_, account) => stakes.weight(account, opening));
    this.#weightsAtOpening.set(epoch, weights);
    this.#weightsAtOpening.delete(epoch - 2);
  }

  /** Who reports on the epoch that is over, and when it is finalized therefore. */
  #drawReports(): void {
    const { random, actors } = this.#options;
    const all = actors.committee.length;
    const luck = random.fraction();
    this.#members = luck < MISSED ? 0 : luck < MISSED + LATE ? all - random.between(1, 2) : all;
    this.#part = this.#members === all ? "morning" : "afternoon";
  }

  /** The set that the registry recorded has to be the one that was seated. */
  #expectSeated(epoch: number, second: number): void {
    const { active, reserved } = this.#options.model.openingOf(epoch, second);
    const set = this.rounds.setOf(epoch);
    const found = set && { active: activeOperators(set), all: set.operators };
    const seating = (activeOnes: readonly string[], all: readonly string[]) =>
      `Active: ${sorted(activeOnes)}; with the Reserved: ${sorted(all)}`;
    const expected = seating(active, [...active, ...reserved]);
    expectSame("who was seated at the opening", expected, seating(found?.active ?? [], found?.all ?? []));
  }

  #expect(round: Round, second: number): Outcome {
    const { stakes, actors, pay, model } = this.#options;
    const nodes = model.at(second);
    const opening = round.epoch * DAY;
    const weightsAtOpening = this.#weightsAtOpening.get(round.epoch)!;
    const found = actors.operators.map((operator, account) => ({
      operator,
      state: nodes[account]!,
      isQualified: isQualified({ stakes, account, second }),
      hasLost: model.lostAt(operator) >= opening,
      weight: stakes.weight(account, second),
      weightAtOpening: weightsAtOpening[account]!,
    }));
    const budget = pay.budgetOf(round.epoch);
    return expectOutcome({ round, nodes: found, isScored: model.isScored, budget });
  }

  /** Compares what the chain did with what it had to do, and does it in the model. */
  #settle(round: Round, outcome: Outcome, logs: Log[], second: number): void {
    const { contracts, pay, model } = this.#options;
    const budget = pay.budgetOf(round.epoch);
    const registry = eventsOf(contracts.NodeRegistry, logs);
    const operatorsIn = (name: string) =>
      sorted(registry.filter((event) => event.name === name).map(({ args }) => String(args["operator"])));
    const [finalized] = eventsOf(contracts.PerformanceOracle, logs);
    const scores = round.scores.map(({ score }) => score);
    expectSame("the scores", String(scores), String(finalized?.args["scores"]));
    expectSame("who is confined", sorted(outcome.confined), operatorsIn("Confined"));
    expectSame("who is promoted", sorted(outcome.promoted), operatorsIn("Promoted"));
    expectSame("who is deactivated", sorted(outcome.deactivated), operatorsIn("Deactivated"));
    const settled = eventsOf(contracts.NodeRewards, logs).find(({ name }) => name === "EpochSettled");
    expectSame("the budget of the epoch", budget, settled?.args["budget"]);
    expectSame("the pay of the nodes", String(outcome.amounts), String(settled?.args["amounts"]));
    const earnings = round.set.operators.map((operator, place) => [operator, outcome.amounts[place]!] as const);
    pay.settle(round.epoch, earnings);
    model.finalize(outcome, outcome.scores, second);
    this.#hold(round, outcome.confined, logs, second);
    this.count += 1;
  }

  /** Holds back what confined nodes may lose, until the time for a veto is over. */
  #hold({ epoch, configuration }: Round, confined: readonly string[], logs: Log[], second: number): void {
    const { contracts, stakes, slashes, actors } = this.#options;
    const events = eventsOf(contracts.NodeRewards, logs).filter(({ name }) => name === "SlashProposed");
    expectSame("whose slash is proposed", sorted(confined), sorted(events.map(({ args }) => String(args["operator"]))));
    for (const { args } of events) {
      const operator = String(args["operator"]);
      const account = actors.operators.findIndex((one) => getAddress(one) === operator);
      const amount = stakes.holdForSlash(account, configuration.pay.slashBps);
      const dueAt = second + VETO_TIME;
      expectSame("what a slash holds back", amount, args["amount"], operator);
      expectSame("when a slash is due", BigInt(dueAt), args["dueAt"], operator);
      slashes.propose({ account, operator, epoch, amount, dueAt });
    }
  }
}

function sorted(operators: readonly string[]): string {
  return operators
    .map((operator) => getAddress(operator))
    .sort()
    .join(", ");
}
