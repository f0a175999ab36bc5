import { epochStart } from "../performance/epoch";
import { readSettlements } from "../performance/readSettlements";
import { NO_SCORE } from "../performance/scoreNodes";
import type { LocalChain } from "./bindLocal";
import { operatorAccounts } from "./localAccounts";
import { MEASURED_DAYS, type NodeDays } from "./nodeDays";
import type { DoneNodeStep } from "./runNodes";

/** In the order of the contract. */
export const nodeStatuses = ["None", "Standby", "Reserved", "Active", "Confined", "Deactivated"] as const;

/** A node as it stands now, in wei. */
export interface NodeReport {
  /** Counted from 1. */
  number: number;
  operator: string;
  status: (typeof nodeStatuses)[number];
  /** In 1e18 fixed point. */
  lastScore: bigint | undefined;
  weight: bigint;
  /** Since it first registered. */
  earned: bigint;
  /** Of it not claimed yet. */
  owed: bigint;
  slashed: bigint;
  /** Held for slashes that can still be vetoed, or executed. */
  pending: bigint;
  /** Unix seconds from which on what is pending can be executed, and not be vetoed any more; 0 if nothing is. */
  pendingUntil: number;
}

/** An epoch as the chain tells it, in wei. */
export interface EpochReport {
  epoch: number;
  /** Unix seconds. */
  opening: number;
  /** How many reports came in, and of how many. */
  reports: number;
  reporters: number;
  isFinalized: boolean;
  scored: number;
  confined: number;
  budget: bigint;
  earned: bigint;
  /** What the next epoch gets of the budget. */
  rolledOver: bigint;
}

export interface NodesReport {
  now: number;
  epochs: EpochReport[];
  nodes: NodeReport[];
  /** The running epoch, and what there is for it. */
  running: { epoch: number; budget: bigint };
}

/** Reads back from the chain what became of the nodes. Only how many reports there were is known to who collected them. */
export async function readNodes(options: {
  local: LocalChain;
  days: NodeDays;
  steps: DoneNodeStep[];
}): Promise<NodesReport> {
  const { local, days, steps } = options;
  const { registry, rewards, oracle, stakeWeight } = local.contracts;
  const [settled, finalized, confined, funded, proposals, slashes] = await Promise.all([
    readSettlements({ registry, oracle, rewards }),
    oracle.queryFilter(oracle.filters.EpochFinalized),
    registry.queryFilter(registry.filters.Confined),
    rewards.queryFilter(rewards.filters.EpochFunded),
    rewards.queryFilter(rewards.filters.SlashProposed),
    rewards.queryFilter(rewards.filters.SlashExecuted),
  ]);

  const epochs: EpochReport[] = [];
  for (let epoch = days.firstEpoch + 1; epoch <= days.firstEpoch + MEASURED_DAYS; epoch++) {
    const settlement = settled.find((one) => Number(one.epoch) === epoch);
    const finalization = finalized.find(({ args }) => Number(args.epoch) === epoch);
    const collected = steps.find((one) => one.step.kind === "finalize" && one.epoch === epoch)?.finalization;
    const funding = sum(funded.filter(({ args }) => Number(args.epoch) === epoch).map(({ args }) => args.amount));
    const budget = settlement?.budget ?? funding + (epochs.at(-1)?.rolledOver ?? 0n);
    const earned = settlement?.earned ?? 0n;
    epochs.push({
      epoch,
      opening: Number(epochStart(BigInt(epoch))),
      reports: collected?.given ?? 0,
      reporters: collected?.of ?? 0,
      isFinalized: finalization !== undefined,
      scored: finalization?.args.scores.filter((score) => score !== NO_SCORE).length ?? 0,
      confined: confined.filter(({ transactionHash }) => transactionHash === finalization?.transactionHash).length,
      budget,
      earned,
      rolledOver: budget - earned,
    });
  }

  const nodes = await Promise.all(
    operatorAccounts.map(async (account, index): Promise<NodeReport> => {
      const operator = local.wallets[account]!.address;
      const [node, weight, owed, pending] = await Promise.all([
        registry.nodeOf(operator),
        stakeWeight.weightOf(operator),
        rewards.owedTo(operator),
        stakeWeight.heldOf(operator),
      ]);
      const proposed = proposals.filter(({ args }) => args.operator === operator);
      return {
        number: index + 1,
        operator,
        status: nodeStatuses[Number(node.status)]!,
        lastScore: node.hasScore ? node.lastScore : undefined,
        weight,
        earned: sum(settled.map(({ pay }) => pay.get(operator) ?? 0n)),
        owed,
        slashed: sum(slashes.filter(({ args }) => args.operator === operator).map(({ args }) => args.amount)),
        pending,
        pendingUntil: pending === 0n ? 0 : Number(proposed.at(-1)!.args.dueAt),
      };
    }),
  );
  const epoch = days.firstEpoch + MEASURED_DAYS + 1;
  return {
    now: await local.chain.now(),
    epochs,
    nodes,
    running: { epoch, budget: await rewards.budgetOf(epoch) },
  };
}

function sum(amounts: bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}
