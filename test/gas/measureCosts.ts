import { time } from "@nomicfoundation/hardhat-network-helpers";
import { parseEther } from "ethers";
import { DAY, gasOf, gasOfView, network, week } from "./network";

/** Gas by operation: whole transactions through the proxies, and views. */
export type Costs = Record<string, number>;

const AMOUNT = parseEther("1234.5");
const REWARD = parseEther("10000");

/**
 * Measures the operations of the cost table among `others` other positions, each once a day in a network in which something
 * changed the day before. Approvals are unlimited. Claims are an account's first, which cost more than later ones.
 */
export async function measureCosts(others: number): Promise<Costs> {
  const { stakeWeight, distributor, accounts } = await network(others);
  const [acting, leaving, yearling, veteran, restaking, weekly, unlocking] = accounts.map((account) => ({
    address: account.address,
    stakes: stakeWeight.connect(account),
    claims: distributor.connect(account),
  }));
  const costs: Costs = {};

  const at = (seconds: number) => time.setNextBlockTimestamp(seconds);
  await at(week(1) + DAY);
  for (const account of [leaving, yearling, veteran, restaking, weekly, unlocking]) {
    await account!.stakes.stake(AMOUNT, 52);
  }
  await at(week(1) + 2 * DAY);
  costs["stake"] = await gasOf(acting!.stakes.stake(AMOUNT, 52));
  await at(week(1) + 3 * DAY);
  costs["increaseAmount"] = await gasOf(acting!.stakes.increaseAmount(AMOUNT));
  await at(week(1) + 4 * DAY);
  costs["change preset"] = await gasOf(acting!.stakes.relock(78));
  await at(week(1) + 5 * DAY);
  costs["initiateUnlock"] = await gasOf(acting!.stakes.initiateUnlock());
  await at(week(1) + 6 * DAY);
  costs["relock"] = await gasOf(acting!.stakes.relock(104));
  await leaving!.stakes.initiateUnlock();
  await at(week(4));
  await unlocking!.stakes.initiateUnlock();

  // From week 4 on every week is funded, and closed by whoever comes first once it is over.
  await distributor.closeWeeks(4);
  await distributor.fundRange(week(4), 105, REWARD);
  const close = async (index: number, weeks = 1) => {
    await at(week(index + 1));
    return gasOf(distributor.closeWeeks(weeks));
  };
  await close(4);
  await distributor.claim(acting!.address);
  costs["claim 1 week"] = await gasOf(distributor.claim(weekly!.address));
  costs["close one idle week"] = await close(5);
  costs["close each further week"] = Math.round(((await close(16, 11)) - costs["close one idle week"]) / 10);
  for (let index = 17; index < 56; ++index) await close(index);
  costs["claim 52 weeks"] = await gasOf(distributor.claim(yearling!.address));
  costs["claim 52 weeks, Unlocking"] = await gasOf(distributor.claim(unlocking!.address));
  for (let index = 56; index < 108; ++index) await close(index);
  costs["claim 104 weeks"] = await gasOf(distributor.claim(veteran!.address));
  costs["claim again"] = await gasOf(distributor.claim(weekly!.address));
  costs["withdraw"] = await gasOf(leaving!.stakes.withdraw());
  await acting!.stakes.increaseAmount(1);
  await at(week(108) + DAY);
  costs["claim and restake"] = await gasOf(restaking!.claims.claimAndRestake());
  await distributor.fund(week(109), 1);
  costs["fund a week"] = await gasOf(distributor.fund(week(110), REWARD));
  return costs;
}

/** Adds `changes` to the history, one a second, and measures what looks it up. */
export async function measureViews(changes: number): Promise<Costs> {
  const { stakeWeight, accounts } = await network(0);
  const changing = stakeWeight.connect(accounts[0]);
  await changing.stake(AMOUNT, 104);
  await stakeWeight.connect(accounts[1]).stake(AMOUNT, 104);
  await stakeWeight.connect(accounts[1]).initiateUnlock();
  for (let i = 1; i <= changes; ++i) {
    await time.setNextBlockTimestamp(week(1) + i);
    await changing.increaseAmount(1);
  }
  return {
    [`totalWeight view, ${changes.toLocaleString("en")} changes on record`]: await gasOfView(
      accounts[0]!,
      stakeWeight.totalWeight.populateTransaction(),
    ),
  };
}
