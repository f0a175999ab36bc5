import {
  type ContractTransactionResponse,
  id,
  type Interface,
  type LogDescription,
  type TransactionReceipt,
  Wallet,
  ZeroAddress,
} from "ethers";
import { buildReport } from "../performance/buildReport";
import { type FinalizationPlan, planFinalization } from "../performance/planFinalization";
import { readRound, type Round } from "../performance/readRound";
import { signKeyOwnership } from "../performance/signKeyOwnership";
import { signReport } from "../performance/signReport";
import type { Domain, SignedReportEnvelope } from "../performance/types";
import type { LocalChain } from "./bindLocal";
import { limit } from "./limit";
import { keepers, operatorAccounts } from "./localAccounts";
import { conditionOf, EPOCH_FUNDING, FUNDED_EPOCHS, type NodeDays, nodeStakes, type NodeStep } from "./nodeDays";
import { simulateMeasurements } from "./simulateMeasurements";

/** A step as the chain did it. */
export interface DoneNodeStep {
  step: NodeStep;
  /** Counted from 1, of `total`. */
  number: number;
  total: number;
  /** The epoch of the step's day, if it has one. */
  epoch: number | undefined;
  /** What the contracts said in it; nodes by their number. */
  events: NodeEvent[];
  /** Of a finalization: what could be done, and how many reports there were. */
  finalization: { plan: FinalizationPlan; given: number; of: number } | undefined;
}

/** An event with the number of the node that it is about, 0 if it is about none. */
export interface NodeEvent {
  name: string;
  node: number;
  args: LogDescription["args"];
}

/** A transaction of the nodes' days failed. */
export class NodeRunError extends Error {
  override readonly name = "NodeRunError";
}

/** More than each needs, and little enough that those of all operators fit one block. */
const gas = { small: 200_000n, medium: 1_000_000n, large: 2_000_000n, finalization: 16_000_000n };

/** What rolls the funding of all epochs over that passed before the nodes began. */
const MANY_EPOCHS = 1_000n;

type Send = () => Promise<ContractTransactionResponse>;

/**
 * Lets the nodes of a local chain live through their days: every step one block at its second, through the contracts alone.
 * The committee's measurements are simulated; what it signs, and what becomes of it, is not.
 */
export async function runNodes(options: {
  local: LocalChain;
  days: NodeDays;
  onStep: (done: DoneNodeStep) => void;
}): Promise<DoneNodeStep[]> {
  const { local, days, onStep } = options;
  const chainId = (await local.chain.provider.getNetwork()).chainId;
  const run = new Run(local, days, chainId);
  return local.chain.withoutAutomine(async () => {
    const total = days.steps.length;
    const done: DoneNodeStep[] = [];
    for (const [index, step] of days.steps.entries()) {
      const { receipts, finalization } = await run.take(step);
      const epoch = "day" in step ? days.firstEpoch + step.day : undefined;
      const result = { step, number: index + 1, total, epoch, events: run.eventsOf(receipts), finalization };
      done.push(result);
      onStep(result);
    }
    return done;
  });
}

/** The key with which the node of `operator` would sign. */
export function nodeKey(operator: string): Wallet {
  return new Wallet(id(`key of ${operator}`));
}

interface StepResult {
  receipts: TransactionReceipt[];
  finalization?: DoneNodeStep["finalization"];
}

class Run {
  readonly #local: LocalChain;
  readonly #days: NodeDays;
  readonly #chainId: bigint;
  readonly #operators: Wallet[];
  readonly #committee: Wallet[];

  constructor(local: LocalChain, days: NodeDays, chainId: bigint) {
    this.#local = local;
    this.#days = days;
    this.#chainId = chainId;
    this.#operators = operatorAccounts.map((account) => local.wallets[account]!);
    this.#committee = keepers.committee.map((account) => local.wallets[account]!);
  }

  take(step: NodeStep): Promise<StepResult> {
    switch (step.kind) {
      case "stake":
        return this.#stake(step.t);
      case "register":
        return this.#register(step.t);
      case "fund":
        return this.#fund(step.t);
      case "callUp":
        return this.#each(step, (operator) => [() => this.#registry(operator).callUp(operator, ZeroAddress, medium)]);
      case "confirm":
        return this.#each(step, (operator) => [() => this.#registry(operator).confirm(medium)]);
      case "leave":
        return this.#mine([() => this.#registry(this.#operator(step.node)).leave(medium)], step.t);
      case "open":
        return this.#mine([() => this.#registry(this.#committee[0]!).update(medium)], step.t);
      case "finalize":
        return this.#finalize(step);
      case "vetoSlash":
      case "executeSlash":
        return this.#decide(step);
      case "claim":
        return this.#mine(
          this.#operators.map((operator) => () => this.#rewards(operator).claim(operator, limit(gas.small))),
          step.t,
        );
    }
  }

  /** The events of the nodes' contracts, in their order. */
  eventsOf(receipts: TransactionReceipt[]): NodeEvent[] {
    const numbers = new Map(this.#operators.map(({ address }, index) => [address, index + 1]));
    return receipts
      .flatMap(({ logs }) => logs)
      .flatMap((log) => {
        for (const { target, interface: contract } of this.#emitters()) {
          const event = target === log.address ? contract.parseLog(log) : null;
          if (!event) continue;
          const operator: unknown = event.fragment.inputs[0]?.name === "operator" ? event.args[0] : undefined;
          return [{ name: event.name, node: numbers.get(String(operator)) ?? 0, args: event.args }];
        }
        return [];
      });
  }

  /** The deployer, who holds all WCT, gives each operator what it stakes. */
  #stake(t: number): Promise<StepResult> {
    const { contracts, role } = this.#local;
    const { token, stakeWeight } = contracts;
    const sends = this.#operators.flatMap((operator, index): Send[] => {
      const { amount, presetWeeks } = nodeStakes[index]!;
      return [
        () => token.connect(role("deployer")).transfer(operator, amount, limit(gas.small)),
        () => token.connect(operator).approve(stakeWeight, amount, limit(gas.small)),
        () => stakeWeight.connect(operator).stake(amount, presetWeeks, medium),
      ];
    });
    return this.#mine(sends, t);
  }

  async #register(t: number): Promise<StepResult> {
    const { contracts, wallets } = this.#local;
    const registrar = wallets[keepers.registrar]!;
    const domain = await this.#domainOf(contracts.identities);
    const sends: Send[] = [];
    for (const [index, operator] of this.#operators.entries()) {
      const key = nodeKey(operator.address);
      const signature = await signKeyOwnership({ key, domain, operator: operator.address });
      const endpoint = `https://node-${index + 1}.example:8080`;
      sends.push(
        () => this.#registry(registrar).setAllowed(operator, true, limit(gas.small)),
        () => this.#registry(operator).register(key, endpoint, signature, medium),
      );
    }
    return this.#mine(sends, t);
  }

  #fund(t: number): Promise<StepResult> {
    const { contracts, role } = this.#local;
    const { token, rewards } = contracts;
    const funder = role("funder");
    const firstEpoch = this.#days.firstEpoch + 1;
    const amount = EPOCH_FUNDING * BigInt(FUNDED_EPOCHS);
    return this.#mine(
      [
        // Months without nodes have passed since the deployment.
        () => this.#rewards(funder).rollOver(MANY_EPOCHS, limit(gas.large)),
        () => token.connect(role("deployer")).transfer(funder, amount, limit(gas.small)),
        () => token.connect(funder).approve(rewards, amount, limit(gas.small)),
        () => this.#rewards(funder).fundRange(firstEpoch, FUNDED_EPOCHS, EPOCH_FUNDING, limit(gas.large)),
      ],
      t,
    );
  }

  /** The committee measures and signs; whoever collects the reports does what can be done with them. */
  async #finalize({ t, day, members }: Extract<NodeStep, { kind: "finalize" }>): Promise<StepResult> {
    const { oracle } = this.#local.contracts;
    const epoch = BigInt(this.#days.firstEpoch + day);
    const round = await readRound({ contracts: this.#local.contracts, epoch });
    const domain = await this.#domainOf(oracle);
    const envelopes = await Promise.all(members.map((member) => this.#report({ day, member, round, domain })));
    const plan = planFinalization({ ...round, domain, envelopes, now: BigInt(t) });
    const finalization = { plan, given: envelopes.length, of: round.reporters.length };
    if (plan.kind !== "ready") return { ...(await this.#mine([], t)), finalization };
    const sender = this.#committee[members[0]! - 1]!;
    const mined = await this.#mine([() => oracle.connect(sender).finalize(...plan.args, limit(gas.finalization))], t);
    return { ...mined, finalization };
  }

  #report(options: { day: number; member: number; round: Round; domain: Domain }): Promise<SignedReportEnvelope> {
    const { day, member, round, domain } = options;
    const numbers = this.#operators.map(({ address }, index) => [index + 1, address] as const);
    const measurements = simulateMeasurements({
      day,
      member,
      operators: new Map(numbers.filter(([, address]) => round.set.operators.includes(address))),
      conditionOf: (node) => conditionOf({ day, node, member }),
    });
    const { report, data } = buildReport({ ...round, reporter: round.reporters[member - 1]!, measurements });
    return signReport({ signer: this.#committee[member - 1]!, domain, report, data });
  }

  #decide({ t, kind, node, day }: Extract<NodeStep, { node: number; day: number }>): Promise<StepResult> {
    const { wallets } = this.#local;
    const of = [this.#operator(node), this.#days.firstEpoch + day, CONFINEMENT, medium] as const;
    const send =
      kind === "vetoSlash"
        ? () => this.#rewards(wallets[keepers.guardian]!).vetoSlash(...of)
        : // Anyone may.
          () => this.#rewards(this.#committee[0]!).executeSlash(...of);
    return this.#mine([send], t);
  }

  #each(
    { t, nodes }: Extract<NodeStep, { nodes: number[] }>,
    sendsOf: (operator: Wallet) => Send[],
  ): Promise<StepResult> {
    return this.#mine(
      nodes.flatMap((node) => sendsOf(this.#operator(node))),
      t,
    );
  }

  async #mine(sends: Send[], t: number): Promise<StepResult> {
    const { transactions } = await this.#local.chain.mine(sends, t);
    const failed = transactions.find(({ succeeded }) => !succeeded);
    if (failed) throw new NodeRunError(`a transaction was refused: ${this.#errorName(failed.revertData)}`);
    return { receipts: transactions.map(({ receipt }) => receipt) };
  }

  #errorName(revertData: string): string {
    for (const { interface: contract } of this.#emitters()) {
      const error = contract.parseError(revertData);
      if (error) return `${error.name}(${error.args.join(", ")})`;
    }
    return `an unknown error (${revertData})`;
  }

  #emitters(): { target: unknown; interface: Interface }[] {
    const { registry, rewards, oracle, identities, stakeWeight, token } = this.#local.contracts;
    return [registry, rewards, oracle, identities, stakeWeight, token];
  }

  async #domainOf(contract: { getAddress(): Promise<string> }): Promise<Domain> {
    return { chainId: this.#chainId, contract: await contract.getAddress() };
  }

  #operator(node: number): Wallet {
    return this.#operators[node - 1]!;
  }

  #registry(sender: Wallet) {
    return this.#local.contracts.registry.connect(sender);
  }

  #rewards(sender: Wallet) {
    return this.#local.contracts.rewards.connect(sender);
  }
}

/** The offence of a node that failed. */
const CONFINEMENT = 0n;

const medium = limit(gas.medium);
