import { expect } from "chai";
import { RewardModel } from "../../scripts/simulation/model/RewardModel";
import { StakeModel, WEEK } from "../../scripts/simulation/model/StakeModel";

const START = 3_000 * WEEK;

/** Two accounts, the second with twice the weight of the first, both before the week from `START + WEEK`. */
function twoStakers() {
  const stakes = new StakeModel(2);
  const rewards = new RewardModel(stakes, START + 10);
  stakes.stake(0, 1_000n, 52);
  stakes.stake(1, 1_000n, 104);
  return { stakes, rewards };
}

const inWeek = (week: number) => START + week * WEEK;

describe("RewardModel", () => {
  it("shares a week's reward by the weights just before it, when it is over", () => {
    const { rewards } = twoStakers();
    rewards.fund(inWeek(1), 300n);
    rewards.advanceTo(inWeek(2) - 1);
    expect(rewards.due(0)).to.deep.equal({ least: 0n, most: 0n });
    rewards.advanceTo(inWeek(2));
    expect(rewards.due(0)).to.deep.equal({ least: 99n, most: 100n });
    expect(rewards.due(1)).to.deep.equal({ least: 199n, most: 200n });
    expect(rewards.totalShared).to.equal(300n);
    expect(rewards.rewardOf(inWeek(1))).to.equal(300n);
  });

  it("does not count what was staked in the second in which the week begins", () => {
    const { stakes, rewards } = twoStakers();
    rewards.fund(inWeek(1), 300n);
    rewards.advanceTo(inWeek(1));
    stakes.increase(0, 1_000_000n);
    rewards.advanceTo(inWeek(2));
    expect(rewards.due(0).most).to.equal(100n);
  });

  it("hands the reward of a week without stakers on to the next one", () => {
    const { rewards } = twoStakers();
    rewards.fund(START, 90n);
    rewards.fund(inWeek(1), 210n);
    rewards.advanceTo(inWeek(3));
    expect(rewards.rewardOf(START)).to.equal(0n);
    expect(rewards.rewardOf(inWeek(1))).to.equal(300n);
    expect(rewards.unshared()).to.equal(0n);
  });

  it("counts a stretch for every state of the position that earned", () => {
    const { stakes, rewards } = twoStakers();
    for (const week of [1, 2, 3]) rewards.fund(inWeek(week), 300n);
    rewards.advanceTo(inWeek(2) + 5);
    stakes.relock(0, 104);
    rewards.advanceTo(inWeek(4));
    // Account 0 earned 100, 100, and then half of 300; in two stretches less than two wei may be lost, and 2⁻⁹ of two.
    expect(rewards.due(0)).to.deep.equal({ least: 348n, most: 350n });
    expect(rewards.due(1)).to.deep.equal({ least: 549n, most: 550n });
    expect(rewards.totalStretches).to.equal(3);
  });

  it("begins anew after a claim", () => {
    const { rewards } = twoStakers();
    rewards.fund(inWeek(1), 300n);
    rewards.fund(inWeek(2), 30n);
    rewards.advanceTo(inWeek(2));
    rewards.settle(0, 100n);
    expect(rewards.due(0)).to.deep.equal({ least: 0n, most: 0n });
    rewards.advanceTo(inWeek(3));
    expect(rewards.due(0).most).to.equal(10n);
    expect(rewards.totalPaid).to.equal(100n);
  });
});
