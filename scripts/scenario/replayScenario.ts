import { type ContractTransactionResponse, type Interface, MaxUint256, type Signer } from "ethers";
import type { Contracts } from "../chain/contracts";
import { type DevChain, GAS_LIMIT, type MinedTransaction } from "../chain/DevChain";
import { describeStep } from "./describeStep";
import { ScenarioMismatch } from "./ScenarioMismatch";
import { type Operation, type PositionView, positionStates, type Refusal, type Scenario, type Step } from "./types";

export interface ReplayOptions {
  scenario: Scenario;
  contracts: Contracts;
  chain: DevChain;
  /** As many as the scenario has accounts, or more. */
  accounts: Signer[];
  /** Funds the rewards; none of the accounts. */
  funder: Signer;
  /** Holds the WCT that accounts and funder need. */
  treasury: Signer;
  /** Told after every step that held. */
  onStep?: (replayed: ReplayedStep) => void;
}

/** A step as the chain did it, read back from there. */
export interface ReplayedStep {
  step: Step;
  /** Counted from 1, of `total`. */
  number: number;
  total: number;
  /** The block after which everything was compared. */
  blockNumber: number;
  /** undefined for a warp. */
  transaction: MinedTransaction | undefined;
  /** The error that a failed step reverted with. */
  refusal: string | undefined;
  /** What a claim paid, in wei. */
  paid: bigint | undefined;
}

/** A scenario cannot be replayed on this chain at all. */
export class ReplayError extends Error {
  override readonly name = "ReplayError";
}

/** The contracts' error for each reason to fail. */
const refusalErrors: Record<Refusal, string> = {
  amount: "ZeroAmount",
  preset: "InvalidPreset",
  exists: "PositionExists",
  "no active position": "NoActivePosition",
  "not locked": "NotLocked",
  "not unlocked": "NotUnlocked",
  "shorter than remaining": "PresetTooShort",
  unchanged: "PositionUnchanged",
};

/** How much less than recorded a claim may pay, in wei: it rounds down more than once. */
const CLAIM_TOLERANCE = 100n;

const overrides = { gasLimit: GAS_LIMIT };

/**
 * Replays a scenario as transactions, one block each, and compares the chain with what was recorded after every step.
 * The contracts must be empty and the chain's clock before the scenario's start. Throws {@link ScenarioMismatch} at the
 * first deviation and {@link ReplayError} if the scenario cannot be replayed here.
 */
export async function replayScenario(options: ReplayOptions): Promise<ReplayedStep[]> {
  const { scenario, chain } = options;
  const addresses = await Promise.all(options.accounts.slice(0, scenario.accounts).map((one) => one.getAddress()));
  return chain.withoutAutomine(async () => {
    await prepare(options);
    const replayed: ReplayedStep[] = [];
    for (const [index, step] of scenario.ops.entries()) {
      const done = await replayStep(options, addresses, step, index + 1);
      replayed.push(done);
      options.onStep?.(done);
    }
    return replayed;
  });
}

/** Gives everybody the WCT and the approvals that the scenario takes, before it starts. */
async function prepare({ scenario, contracts, chain, accounts, funder, treasury }: ReplayOptions): Promise<void> {
  const { token, stakeWeight, distributor } = contracts;
  if (accounts.length < scenario.accounts) {
    throw new ReplayError(`the scenario has ${scenario.accounts} accounts, this chain only ${accounts.length}`);
  }
  const needs = [
    ...accounts.slice(0, scenario.accounts).map((signer, account) => ({
      signer,
      amount: sumOf(scenario.ops.filter((step) => step.account === account)),
      spender: stakeWeight,
    })),
    { signer: funder, amount: sumOf(scenario.ops.filter((step) => step.op === "fund")), spender: distributor },
  ];
  const needed = needs.reduce((sum, { amount }) => sum + amount, 0n);
  const held = await token.balanceOf(treasury);
  if (held < needed) throw new ReplayError(`the scenario takes ${needed} wei of WCT, the treasury has ${held}`);

  await requireClockBefore(chain, scenario.start);
  const { transactions } = await chain.mine(
    needs.flatMap(({ signer, amount, spender }) => [
      () => token.connect(treasury).transfer(signer, amount, { gasLimit: 100_000n }),
      () => token.connect(signer).approve(spender, MaxUint256, { gasLimit: 100_000n }),
    ]),
  );
  if (!transactions.every(({ succeeded }) => succeeded)) throw new ReplayError("WCT could not be handed out");
  await requireClockBefore(chain, scenario.start);

  await chain.mine([], scenario.start);
  const staked = await stakeWeight.totalStaked();
  const funded = await distributor.totalFunded();
  if (staked !== 0n || funded !== 0n) throw new ReplayError("the contracts are not empty: replay on a new chain");
}

async function requireClockBefore(chain: DevChain, start: number): Promise<void> {
  const now = await chain.now();
  if (now > start) throw new ReplayError(`the chain's clock (${now}) is past the scenario's start (${start})`);
}

/** All that the steps could spend, in wei. */
function sumOf(steps: Operation[]): bigint {
  return steps.reduce((sum, step) => sum + spentBy(step), 0n);
}

function spentBy(step: Operation): bigint {
  if (step.op === "stake" || step.op === "update" || step.op === "increaseAmount") return step.args[0];
  return step.op === "fund" ? step.args[1] : 0n;
}

async function replayStep(
  options: ReplayOptions,
  addresses: string[],
  step: Step,
  number: number,
): Promise<ReplayedStep> {
  const { contracts, chain, scenario } = options;
  const { stakeWeight, token } = contracts;
  const compare = (subject: string, expected: unknown, actual: unknown) => {
    if (expected !== actual) throw deviation(subject, String(expected), String(actual));
  };
  const deviation = (subject: string, expected: string, actual: string) =>
    new ScenarioMismatch({ step: number, operation: describeStep(step), subject, expected, actual });

  const actor = step.account === null ? undefined : addresses[step.account]!;
  const send = sendOf(options, step);
  const { blockNumber, transactions } = await chain.mine(send ? [send] : [], step.t);
  const transaction = transactions[0];
  const refusal = transaction && !transaction.succeeded ? errorName(contracts, step, transaction) : undefined;
  compare("result", step.ok ? "success" : refusalErrors[step.why!], refusal ?? "success");

  const at = { blockTag: blockNumber };
  const [block, weights, totalWeight, totalStaked, position, balance, balanceBefore] = await Promise.all([
    chain.provider.getBlock(blockNumber),
    Promise.all(addresses.map((address) => stakeWeight.weightOf(address, at))),
    stakeWeight.totalWeight(at),
    stakeWeight.totalStaked(at),
    actor === undefined ? undefined : stakeWeight.positionOf(actor, at),
    actor === undefined ? 0n : token.balanceOf(actor, at),
    actor === undefined ? 0n : token.balanceOf(actor, { blockTag: blockNumber - 1 }),
  ]);
  compare("time", step.t, block?.timestamp);

  if (!step.ok) compare("WCT of the refused account", balanceBefore, balance);

  let paid: bigint | undefined;
  if (step.op === "claim" && step.ok) {
    paid = balance - balanceBefore;
    compare("paid, by the event as by the balance", paid, claimedIn(contracts, transaction!));
    const most = step.paid!;
    const least = most > CLAIM_TOLERANCE ? most - CLAIM_TOLERANCE : 0n;
    if (paid > most || paid < least) throw deviation("paid", `${least} to ${most}`, String(paid));
  }
  if (position) {
    const actual: PositionView = {
      amount: position.amount,
      presetWeeks: Number(position.presetWeeks),
      unlockEnd: Number(position.unlockEnd),
      state: positionStates[Number(position.state)]!,
    };
    compare(`position of account ${step.account!}`, positionText(step.position!), positionText(actual));
  }
  for (const [account, weight] of weights.entries()) {
    compare(`weight of account ${account}`, step.weights[account], weight);
  }
  compare("total weight", step.totalWeight, totalWeight);
  compare("total staked", step.totalStaked, totalStaked);
  return { step, number, total: scenario.ops.length, blockNumber, transaction, refusal, paid };
}

/** The transaction of a step; none for a warp. */
function sendOf(options: ReplayOptions, step: Step): (() => Promise<ContractTransactionResponse>) | undefined {
  if (step.op === "warp") return undefined;
  const { stakeWeight, distributor } = options.contracts;
  if (step.op === "fund") {
    const [weekStart, amount] = step.args;
    return () => distributor.connect(options.funder).fund(weekStart, amount, overrides);
  }
  const signer = options.accounts[step.account]!;
  const staking = stakeWeight.connect(signer);
  switch (step.op) {
    case "stake":
      return () => staking.stake(...step.args, overrides);
    case "update":
      return () => staking.update(...step.args, overrides);
    case "increaseAmount":
      return () => staking.increaseAmount(...step.args, overrides);
    case "relock":
      return () => staking.relock(...step.args, overrides);
    case "initiateUnlock":
      return () => staking.initiateUnlock(overrides);
    case "withdraw":
      return () => staking.withdraw(overrides);
    case "claim":
      return () => distributor.connect(signer).claim(signer, overrides);
  }
}

/** The name of the contract's error that a failed transaction reverted with. */
function errorName({ stakeWeight, distributor }: Contracts, step: Step, { revertData }: MinedTransaction): string {
  const target: Interface = step.op === "fund" || step.op === "claim" ? distributor.interface : stakeWeight.interface;
  return target.parseError(revertData)?.name ?? `an unknown error (${revertData})`;
}

/** What the Claimed events of a transaction tell; there is none if nothing was left to claim. */
function claimedIn({ distributor }: Contracts, { receipt }: MinedTransaction): bigint {
  return receipt.logs.reduce((sum, log) => {
    const event = distributor.interface.parseLog(log);
    return event?.name === "Claimed" ? sum + (event.args.amount as bigint) : sum;
  }, 0n);
}

function positionText({ amount, presetWeeks, unlockEnd, state }: PositionView): string {
  return `${state}, amount ${amount}, preset ${presetWeeks} weeks, unlock end ${unlockEnd}`;
}
