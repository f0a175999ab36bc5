import type { Deployed } from "../chain/deploySimulation";
import type { SimulationChain } from "../chain/SimulationChain";
import { word } from "../chain/words";
import { expectSame, expectWithin } from "../Deviation";
import type { RewardModel } from "../model/RewardModel";
import { WEEK, weekStartOf } from "../model/StakeModel";
import type { Treasury } from "../model/Treasury";

/** What everybody can claim, against the model, and all of it against what was funded (invariants 4 and 5). Returns the sum. */
export async function checkRewards(options: {
  chain: SimulationChain;
  distributor: Deployed;
  addresses: readonly string[];
  rewards: RewardModel;
  treasury: Treasury;
}): Promise<bigint> {
  const { chain, distributor, addresses, rewards, treasury } = options;
  const { address: to, interface: coder } = distributor;
  const selector = coder.getFunction("claimable")!.selector;
  const claimable = await chain.readMany(
    to,
    addresses.map((account) => selector + word(account)),
    1,
  );
  let sum = 0n;
  for (const [account, address] of addresses.entries()) {
    const [found] = claimable[account]!;
    expectWithin("the reward that can be claimed", rewards.due(account), found!, address);
    sum += found!;
  }
  const lastWeek = weekStartOf(chain.now) - WEEK;
  const [funded, paid, lastReward] = (await chain.readWords([
    { to, data: coder.encodeFunctionData("totalFunded") },
    { to, data: coder.encodeFunctionData("totalPaid") },
    { to, data: coder.encodeFunctionData("rewardForPeriod", [lastWeek]) },
  ])) as [bigint, bigint, bigint];
  expectSame("what was funded", rewards.totalFunded, funded);
  expectSame("what was paid", rewards.totalPaid, paid);
  expectSame("the reward of the last week", rewards.rewardOf(lastWeek), lastReward);
  expectSame("the tokens that stand behind it", treasury.balanceOf("rewards"), funded - paid);
  const most = rewards.totalShared;
  const lost = BigInt(rewards.totalStretches) * 2n;
  expectWithin("what was paid or can be claimed", { least: most > lost ? most - lost : 0n, most }, paid + sum);
  return sum;
}
