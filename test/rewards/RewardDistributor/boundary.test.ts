import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { WCT } from "../../support/amounts";
import { inOneBlock, type Send } from "../../support/inOneBlock";
import { equalWeights } from "../../support/rewarded";
import { nextAt, warpTo, WEEK } from "../../support/time";

type Fixture = Awaited<ReturnType<typeof boundary>>;

/**
 * The second before a week that was funded with 900 WCT, as is the one after it: alice is Locked, bob Unlocking with 7 weeks
 * left, carol Unlocked in that very second, and the operator without a position.
 */
async function boundary() {
  const fixture = await equalWeights();
  const { token, stakeWeight, distributor, funder, alice, bob, carol, operator, stranger, thursday } = fixture;
  await token.connect(operator).transfer(stranger, WCT);
  await token.connect(stranger).approve(stakeWeight, WCT);
  await stakeWeight.connect(bob).initiateUnlock();
  await stakeWeight.connect(carol).initiateUnlock();
  const boundaryWeek = thursday + 103n * WEEK;
  await nextAt(boundaryWeek - 20n * WEEK);
  await stakeWeight.connect(bob).withdraw();
  await stakeWeight.connect(bob).stake(2_000n * WCT, 26n);
  await nextAt(boundaryWeek - 24n * WEEK + 5n * WEEK);
  await stakeWeight.connect(bob).initiateUnlock();
  await distributor.connect(funder).fundRange(boundaryWeek, 2n, 900n * WCT);
  await warpTo(boundaryWeek - 1n);
  return { ...fixture, boundaryWeek, accounts: [alice, bob, carol, operator] };
}

/** What each account earns in the week that begins in the boundary second, with `sends` mined in that second. */
async function rewardsAfter(fixture: Fixture, ...sends: Send[]): Promise<bigint[]> {
  const { distributor, boundaryWeek, accounts } = fixture;
  await inOneBlock(boundaryWeek, ...sends);
  await warpTo(boundaryWeek + WEEK);
  return Promise.all(accounts.map((account) => distributor.rewardOf(account, boundaryWeek)));
}

const actions: Record<string, (fixture: Fixture) => Send> = {
  stake:
    ({ stakeWeight, operator }) =>
    (overrides) =>
      stakeWeight.connect(operator).stake(900_000n * WCT, 104n, overrides),
  increaseAmount:
    ({ stakeWeight, alice }) =>
    (overrides) =>
      stakeWeight.connect(alice).increaseAmount(900_000n * WCT, overrides),
  "increaseAmount while Unlocking":
    ({ stakeWeight, bob }) =>
    (overrides) =>
      stakeWeight.connect(bob).increaseAmount(900_000n * WCT, overrides),
  initiateUnlock:
    ({ stakeWeight, alice }) =>
    (overrides) =>
      stakeWeight.connect(alice).initiateUnlock(overrides),
  relock:
    ({ stakeWeight, bob }) =>
    (overrides) =>
      stakeWeight.connect(bob).relock(104n, overrides),
  update:
    ({ stakeWeight, alice }) =>
    (overrides) =>
      stakeWeight.connect(alice).update(5n * WCT, 104n, overrides),
  withdraw:
    ({ stakeWeight, carol }) =>
    (overrides) =>
      stakeWeight.connect(carol).withdraw(overrides),
};

/** Every row must find the rewards of a boundary second in which nothing happened. */
describe("RewardDistributor", () => {
  describe("the boundary second of a week", () => {
    it("shares by the state before it when nothing happens", async () => {
      const fixture = await loadFixture(boundary);
      const rewards = await rewardsAfter(fixture);
      const { stakeWeight, boundaryWeek, accounts } = fixture;
      const [total] = await stakeWeight.totalTokenWeeksForPeriods(boundaryWeek, 1n);
      const weekNumber = boundaryWeek / WEEK;
      for (const [index, account] of accounts.entries()) {
        const [line] = await stakeWeight.lineForPeriod(account, boundaryWeek);
        const tokenWeeks = line.intercept - line.slope * weekNumber;
        const exact = tokenWeeks > 0n ? (900n * WCT * tokenWeeks) / total! : 0n;
        expect(rewards[index]).to.be.within(exact - (exact > 0n ? 1n : 0n), exact);
      }
      expect(rewards[0]).to.be.above(0n);
      expect(rewards[1]).to.be.above(0n);
      expect(rewards.slice(2)).to.deep.equal([0n, 0n]);
    });

    for (const [name, action] of Object.entries(actions)) {
      it(`does not let ${name} change what anyone gets`, async () => {
        const expected = await rewardsAfter(await loadFixture(boundary));
        const fixture = await loadFixture(boundary);
        expect(await rewardsAfter(fixture, action(fixture))).to.deep.equal(expected);
      });

      it(`does not let ${name} before or after another transaction of the block change it`, async () => {
        const expected = await rewardsAfter(await loadFixture(boundary));
        for (const order of ["before", "after"]) {
          const fixture = await loadFixture(boundary);
          const { stakeWeight, stranger } = fixture;
          const other: Send = (overrides) => stakeWeight.connect(stranger).stake(WCT, 4n, overrides);
          const sends = order === "before" ? [action(fixture), other] : [other, action(fixture)];
          expect(await rewardsAfter(fixture, ...sends)).to.deep.equal(expected);
        }
      });
    }

    it("does not let a closing between two changes of the second change it", async () => {
      const expected = await rewardsAfter(await loadFixture(boundary));
      const fixture = await loadFixture(boundary);
      const { distributor, bob } = fixture;
      const rewards = await rewardsAfter(
        fixture,
        actions.stake!(fixture),
        (overrides) => distributor.closeWeeks(1_000n, overrides),
        actions.initiateUnlock!(fixture),
        (overrides) => distributor.claim(bob, overrides),
        actions.relock!(fixture),
      );
      expect(rewards).to.deep.equal(expected);
    });

    it("counts the changes from the next week on", async () => {
      const fixture = await loadFixture(boundary);
      const { distributor, operator, boundaryWeek } = fixture;
      await rewardsAfter(fixture, actions.stake!(fixture));
      await warpTo(boundaryWeek + 2n * WEEK);
      expect(await distributor.rewardOf(operator, boundaryWeek + WEEK)).to.be.above(800n * WCT);
    });
  });
});
