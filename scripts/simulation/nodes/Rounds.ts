import { getAddress, JsonRpcProvider } from "ethers";
import { PerformanceOracle__factory } from "../../../typechain-types";
import { type Condition, simulateMeasurements } from "../../local/simulateMeasurements";
import { buildReport } from "../../performance/buildReport";
import { epochAt } from "../../performance/epoch";
import { listReporters } from "../../performance/listReporters";
import { type FinalizationPlan, planFinalization } from "../../performance/planFinalization";
import { readConfiguration } from "../../performance/readConfiguration";
import { type NodeScore, scoreNodes } from "../../performance/scoreNodes";
import { signReport } from "../../performance/signReport";
import { type Configuration, Phase, type SeatedSet, type SignedReportEnvelope } from "../../performance/types";
import type { Actors } from "../Actors";
import type { SimulationContracts } from "../chain/deploySimulation";
import { eventsOf, type Log } from "../chain/SimulationChain";
import type { Random } from "../Random";
import { expectRules } from "./expectRules";

const CHAIN_ID = 31_337n;

/** How likely a node is slow or down for a day, and a member of the committee lies about a node. */
const SLOW = 0.015;
const DOWN = 0.008;
const LIE = 0.03;

/** What can be done about an epoch, and what has to come of it. */
export interface Round {
  epoch: number;
  set: SeatedSet;
  configuration: Configuration;
  scores: NodeScore[];
  args: Extract<FinalizationPlan, { kind: "ready" }>["args"];
}

/** The committee's work: who was seated is told by the registry's events, what is measured is simulated, what is signed is not. */
export class Rounds {
  readonly #contracts: SimulationContracts;
  readonly #actors: Actors;
  readonly #random: Random;
  readonly #sets = new Map<string, SeatedSet>();
  readonly #openings = new Map<number, string>();
  #configuration: Configuration | undefined;

  constructor(options: { contracts: SimulationContracts; actors: Actors; random: Random }) {
    this.#contracts = options.contracts;
    this.#actors = options.actors;
    this.#random = options.random;
  }

  /** The rules of the measurement, which nobody changes in a simulation. */
  async prepare({ url }: { url: string }): Promise<void> {
    const provider = new JsonRpcProvider(url, Number(CHAIN_ID), { staticNetwork: true });
    const oracle = PerformanceOracle__factory.connect(this.#contracts.PerformanceOracle.address, provider);
    const { timestamp } = (await provider.getBlock("latest"))!;
    this.#configuration = await readConfiguration({ oracle, epoch: epochAt(BigInt(timestamp)) });
    expectRules(this.#configuration);
    provider.destroy();
  }

  get configuration(): Configuration {
    return this.#configuration!;
  }

  /** Learns from what was mined who was seated when. */
  learn(logs: readonly Log[]): void {
    for (const { name, args } of eventsOf(this.#contracts.NodeRegistry, logs)) {
      if (name === "EpochOpened") this.#openings.set(Number(args["epoch"]), String(args["setHash"]));
      if (name !== "SeatedSetRecorded") continue;
      const { active, reserved, operators } = args["set"] as { active: bigint; reserved: bigint; operators: string[] };
      this.#sets.set(String(args["setHash"]), { active, reserved, operators: [...operators] });
    }
  }

  /** Who was seated at the opening of an epoch, as the events told it; undefined if they did not. */
  setOf(epoch: number): SeatedSet | undefined {
    return this.#sets.get(this.#openings.get(epoch) ?? "");
  }

  /** With the reports of so many members; undefined if nobody was seated. Throws if it is not possible at `second`. */
  async plan(options: { epoch: number; second: number; members: number }): Promise<Round | undefined> {
    const { epoch, second, members } = options;
    const set = this.setOf(epoch);
    if (set === undefined || set.operators.length === 0) return undefined;
    const { configuration } = this;
    const phase = Phase.One;
    const reporters = listReporters({ phase, configuration });
    const domain = { chainId: CHAIN_ID, contract: getAddress(this.#contracts.PerformanceOracle.address) };
    const envelopes = await this.#sign({ epoch, set, members });
    const expected = { epoch: BigInt(epoch), phase, set, configuration, reporters, domain };
    const plan = planFinalization({ ...expected, envelopes, now: BigInt(second) });
    if (plan.kind !== "ready") throw new Error(`epoch ${epoch} cannot be finalized: ${plan.kind}`);
    const scores = scoreNodes({ phase, set, parameters: configuration.score, reporters, reports: plan.args[3] });
    return { epoch, set, configuration, scores, args: plan.args };
  }

  async #sign(options: { epoch: number; set: SeatedSet; members: number }): Promise<SignedReportEnvelope[]> {
    const { epoch, set, members } = options;
    const { configuration } = this;
    const reporters = listReporters({ phase: Phase.One, configuration });
    const domain = { chainId: CHAIN_ID, contract: getAddress(this.#contracts.PerformanceOracle.address) };
    const numbers = new Map(this.#actors.operators.map((operator, index) => [getAddress(operator), index + 1]));
    const operators = new Map(set.operators.map((operator) => [numbers.get(getAddress(operator))!, operator]));
    const truth = new Map([...operators.keys()].map((node) => [node, this.#condition()]));
    const liar = this.#random.chance(LIE) ? this.#random.between(1, members) : 0;
    const signers = this.#actors.committee.slice(0, members);
    return Promise.all(
      signers.map((signer, index) => {
        const member = index + 1;
        const conditionOf = (node: number) => (member === liar ? "down" : truth.get(node)!);
        const measurements = simulateMeasurements({ day: epoch, member, operators, conditionOf });
        const reporter = reporters[index]!;
        const { report, data } = buildReport({
          epoch: BigInt(epoch),
          phase: Phase.One,
          reporter,
          set,
          configuration,
          measurements,
        });
        return signReport({ signer, domain, report, data });
      }),
    );
  }

  #condition(): Condition {
    const luck = this.#random.fraction();
    return luck < DOWN ? "down" : luck < DOWN + SLOW ? "slow" : "well";
  }
}
