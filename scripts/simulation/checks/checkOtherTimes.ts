import type { Deployed } from "../chain/deploySimulation";
import type { SimulationChain } from "../chain/SimulationChain";
import { word } from "../chain/words";
import { expectSame } from "../Deviation";
import type { RewardModel } from "../model/RewardModel";
import { type StakeModel, toWeight, WEEK, weekStartOf } from "../model/StakeModel";
import type { Random } from "../Random";

/** How many accounts are sampled a week. */
const SAMPLED = 24;

/** How far ahead is looked at most, in weeks: beyond every end. */
const FARTHEST = 110;

/**
 * What StakeWeight says of other times than now: how long positions are still locked, what counts for the running period, and what
 * will be if nobody acts. All together, and of a sample of accounts.
 */
export async function checkOtherTimes(options: {
  chain: SimulationChain;
  stakeWeight: Deployed;
  addresses: readonly string[];
  stakes: StakeModel;
  rewards: RewardModel;
  random: Random;
}): Promise<void> {
  const { chain, stakeWeight, addresses, stakes, rewards, random } = options;
  const { address: to, interface: coder } = stakeWeight;
  const { now } = chain;
  const period = weekStartOf(now);
  const laterPeriod = period + random.between(1, FARTHEST) * WEEK;
  const later = now + random.between(1, FARTHEST * WEEK);
  const accounts = Array.from({ length: SAMPLED }, () => random.between(0, addresses.length - 1));
  const checkEach = async (what: string, name: string, time: number | undefined, of: (account: number) => bigint) => {
    const { selector } = coder.getFunction(name)!;
    const timeWord = time === undefined ? "" : word(time);
    const calls = accounts.map((account) => selector + word(addresses[account]!) + timeWord);
    const found = await chain.readMany(to, calls, 1);
    for (const [index, account] of accounts.entries())
      expectSame(what, of(account), found[index]![0], addresses[account]);
  };
  const checkAll = async (what: string, name: string, time: number, expected: bigint) => {
    const [found] = await chain.readWords([{ to, data: coder.encodeFunctionData(name, [time]) }]);
    expectSame(what, expected, found);
  };
  const remaining = (account: number) => BigInt(stakes.remaining(account, now));
  await checkEach("the remaining lock time", "remainingLockTime", undefined, remaining);
  await checkEach("the later weight", "weightAt", later, (account) => stakes.weight(account, later));
  const ofPeriod = (account: number) => rewards.periodWeightOf(account);
  await checkEach("the weight for the period", "weightForPeriod", period, ofPeriod);
  const ofLaterPeriod = (account: number) => stakes.weight(account, laterPeriod);
  await checkEach("the weight for a later period", "weightForPeriod", laterPeriod, ofLaterPeriod);
  const allAt = (second: number) => toWeight(stakes.totalTokenSeconds(second));
  await checkAll("the later weight of all", "totalWeightAt", later, allAt(later));
  await checkAll("the weight of all for the period", "totalWeightForPeriod", period, rewards.periodWeight());
  await checkAll("the weight of all for a later period", "totalWeightForPeriod", laterPeriod, allAt(laterPeriod));
}
