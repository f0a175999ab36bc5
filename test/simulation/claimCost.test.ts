import { time } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { GAS_PER_CHANGED_WEEK } from "../../scripts/simulation/report/renderGrowth";
import { gasOf, network, week } from "../gas/network";
import { WCT } from "../support/amounts";
import { onFreshChain } from "../support/onFreshChain";

const WEEKS = 20;

describe("what a claim costs", () => {
  onFreshChain();

  /** Of an account whose position changed in so many of the last weeks; somebody else's changed in all, and closed them. */
  async function claimAfter(changedWeeks: number): Promise<number> {
    const { stakeWeight, distributor, accounts } = await network(0);
    const [acting, other] = accounts;
    await time.setNextBlockTimestamp(week(1));
    await stakeWeight.connect(acting).stake(WCT, 52);
    await stakeWeight.connect(other).stake(WCT, 52);
    await distributor.fundRange(week(2), WEEKS, WCT);
    for (let index = 2; index < 2 + WEEKS; ++index) {
      await time.setNextBlockTimestamp(week(index));
      await distributor.closeWeeks(1);
      await stakeWeight.connect(other).increaseAmount(1);
      if (index >= 2 + WEEKS - changedWeeks) await stakeWeight.connect(acting).increaseAmount(1);
    }
    await time.setNextBlockTimestamp(week(2 + WEEKS));
    await distributor.closeWeeks(1);
    return gasOf(distributor.claim(acting!.address));
  }

  it("grows by what the report says for each week in which the claimant's position changed", async () => {
    const unchanged = await claimAfter(0);
    for (const changedWeeks of [4, WEEKS]) {
      const perWeek = ((await claimAfter(changedWeeks)) - unchanged) / changedWeeks;
      expect(perWeek, `${changedWeeks} weeks`).to.be.within(GAS_PER_CHANGED_WEEK.from, GAS_PER_CHANGED_WEEK.to);
    }
  });
});
