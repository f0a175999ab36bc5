import { time } from "@nomicfoundation/hardhat-network-helpers";
import { parseEther } from "ethers";
import { DAY, gasOf, network, week } from "./network";
import type { Costs } from "./measureCosts";

const AMOUNT = parseEther("1234.5");

/** How much stands on record when the operations are measured. */
export interface Size {
  /** Positions of others. */
  accounts: number;
  /** Weeks that went by, each funded, closed and with a change of somebody else; the acting account claimed none. */
  weeks: number;
  /** Earlier changes of the acting account, all in one week. */
  changes: number;
}

/** The operations of an account in a network of the given size, in a week in which somebody else acted before. */
export async function measureGrowth({ accounts, weeks, changes }: Size): Promise<Costs> {
  const contracts = await network(accounts);
  const { stakeWeight, distributor } = contracts;
  const [acting, other] = contracts.accounts;
  const stakes = stakeWeight.connect(acting);
  await time.setNextBlockTimestamp(week(1) + DAY);
  await stakeWeight.connect(other).stake(AMOUNT, 52);
  await stakes.stake(AMOUNT, 26);
  for (let i = 1; i <= changes; ++i) {
    // Changes of one second would share an entry of the history.
    await time.setNextBlockTimestamp(week(1) + DAY + 60 + i);
    await stakes.increaseAmount(1);
  }

  for (let index = 2; index < 2 + weeks; ++index) {
    await time.setNextBlockTimestamp(week(index));
    await distributor.fund(week(index), AMOUNT);
    await stakeWeight.connect(other).increaseAmount(1);
    await distributor.closeWeeks(100);
  }
  let now = week(2 + weeks);
  // A minute apart: within one second a change is cheaper.
  const nextMinute = async () => {
    now += 60;
    await time.setNextBlockTimestamp(now);
  };
  const costs: Costs = {};
  await nextMinute();
  costs["close a week"] = await gasOf(distributor.closeWeeks(1));
  await distributor.claim(other!.address);
  await nextMinute();
  await stakeWeight.connect(other).increaseAmount(1);
  await nextMinute();
  costs["claim"] = await gasOf(distributor.claim(acting!.address));
  await nextMinute();
  costs["increaseAmount"] = await gasOf(stakes.increaseAmount(AMOUNT));
  await nextMinute();
  costs["change preset"] = await gasOf(stakes.relock(52));
  await nextMinute();
  costs["initiateUnlock"] = await gasOf(stakes.initiateUnlock());
  await nextMinute();
  costs["relock"] = await gasOf(stakes.relock(104));
  return costs;
}
