import type { Deployed } from "../chain/deploySimulation";
import type { SimulationChain } from "../chain/SimulationChain";
import { word } from "../chain/words";
import { expectSame, expectWithin } from "../Deviation";
import { positionStates, type StakeModel, toWeight } from "../model/StakeModel";
import type { Treasury } from "../model/Treasury";

export interface StakeCheck {
  chain: SimulationChain;
  stakeWeight: Deployed;
  addresses: readonly string[];
  stakes: StakeModel;
  treasury: Treasury;
}

/** What all stakes come to. */
export interface StakeTotals {
  staked: bigint;
  weight: bigint;
  stakers: number;
}

/** Words of `positionOf`, then of `weightOf` and `heldOf`. */
const POSITION_WORDS = 4;

/** Every position, its weight, what is held back of it, and all of them together, against the model (invariants 1, 2 and 3). */
export async function checkStakes({
  chain,
  stakeWeight,
  addresses,
  stakes,
  treasury,
}: StakeCheck): Promise<StakeTotals> {
  const { address: to, interface: coder } = stakeWeight;
  const callsOf = (name: string) => {
    const { selector } = coder.getFunction(name)!;
    return addresses.map((account) => selector + word(account));
  };
  const [positions, weights, held] = await Promise.all([
    chain.readMany(to, callsOf("positionOf"), POSITION_WORDS),
    chain.readMany(to, callsOf("weightOf"), 1),
    chain.readMany(to, callsOf("heldOf"), 1),
  ]);
  let sumOfWeights = 0n;
  for (const [account, address] of addresses.entries()) {
    const [amount, presetWeeks, unlockEnd, state] = positions[account]!;
    const position = stakes.of(account);
    expectSame("the amount", position.amount, amount, address);
    expectSame("the preset", BigInt(position.presetWeeks), presetWeeks, address);
    expectSame("the end", BigInt(position.unlockEnd), unlockEnd, address);
    expectSame("the state", stakes.state(account, chain.now), positionStates[Number(state)], address);
    expectSame("the weight", stakes.weight(account, chain.now), weights[account]![0], address);
    expectSame("what is held back", position.held, held[account]![0], address);
    if (position.held > position.amount)
      expectSame("more held back than there is", position.amount, position.held, address);
    sumOfWeights += weights[account]![0]!;
  }
  const read = (name: string) => ({ to, data: coder.encodeFunctionData(name) });
  const [staked, weight] = (await chain.readWords([read("totalStaked"), read("totalWeight")])) as [bigint, bigint];
  expectSame("the amount of all", stakes.totalStaked(), staked);
  expectSame("the tokens that stand behind it", treasury.balanceOf("stakes"), staked);
  expectSame("the weight of all", toWeight(stakes.totalTokenSeconds(chain.now)), weight);
  const stakers = stakes.positions.filter(({ amount }) => amount !== 0n).length;
  const most = sumOfWeights + BigInt(Math.max(0, stakers - 1));
  expectWithin("the weight of all, by invariant 2", { least: sumOfWeights, most }, weight);
  return { staked, weight, stakers };
}
