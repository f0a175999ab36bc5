import type { NodeContracts } from "../chain/contracts";

/** How an epoch was settled, in wei. */
export interface Settlement {
  epoch: bigint;
  budget: bigint;
  earned: bigint;
  /** What each node of the epoch's set earned, by its operator. */
  pay: Map<string, bigint>;
}

/** Every settlement that the chain tells of, with the operators of the set that it was made for, which it names by a hash. */
export async function readSettlements({
  registry,
  oracle,
  rewards,
}: Pick<NodeContracts, "registry" | "oracle" | "rewards">): Promise<Settlement[]> {
  const [recorded, finalized, settled] = await Promise.all([
    registry.queryFilter(registry.filters.SeatedSetRecorded),
    oracle.queryFilter(oracle.filters.EpochFinalized),
    rewards.queryFilter(rewards.filters.EpochSettled),
  ]);
  const operatorsOf = new Map(recorded.map(({ args }) => [args.setHash, args.set.operators]));
  const setHashOf = new Map(finalized.map(({ args }) => [args.epoch, args.setHash]));
  return settled.map(({ args: { epoch, budget, earned, amounts } }) => {
    const operators = operatorsOf.get(setHashOf.get(epoch) ?? "") ?? [];
    return { epoch, budget, earned, pay: new Map(operators.map((operator, index) => [operator, amounts[index]!])) };
  });
}
