import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { MaxUint256 } from "ethers";
import { WCT } from "../../support/amounts";
import { funded } from "../../support/funded";
import { claimExactly, equalWeights, expectShare, oneWeekOver } from "../../support/rewarded";
import { nextAt, now, warpTo, WEEK, weekStartOf } from "../../support/time";

/** {@link equalWeights} with 90 WCT in each of 10 weeks, all of them over. */
async function tenWeeksOver() {
  const fixture = await equalWeights();
  await fixture.distributor.connect(fixture.funder).fundRange(fixture.thursday, 10n, 90n * WCT);
  await warpTo(fixture.thursday + 10n * WEEK);
  return fixture;
}

/** {@link funded} with 10 WCT in each of 3 weeks and 5 WCT in a week two weeks later, none of which anyone has weight in. */
async function fundedForNobody() {
  const fixture = await funded();
  const { distributor, funder, thursday } = fixture;
  await distributor.connect(funder).fundRange(thursday, 3n, 10n * WCT);
  await distributor.connect(funder).fund(thursday + 4n * WEEK, 5n * WCT);
  return fixture;
}

describe("RewardDistributor", () => {
  describe("closeWeeks", () => {
    it("closes nothing while the first week runs", async () => {
      const { distributor, thursday } = await loadFixture(funded);
      await nextAt(thursday - 1n);
      await distributor.closeWeeks(MaxUint256);
      expect(await distributor.firstOpenWeekStart()).to.be.at.most(thursday - WEEK);
    });

    it("closes a week in the second in which it is over", async () => {
      const { distributor, thursday } = await loadFixture(funded);
      await nextAt(thursday);
      await distributor.closeWeeks(MaxUint256);
      expect(await distributor.firstOpenWeekStart()).to.equal(thursday);
    });

    it("returns the number of weeks that it closed", async () => {
      const { distributor, thursday } = await loadFixture(tenWeeksOver);
      const open = ((await now()) - (await distributor.firstOpenWeekStart())) / WEEK;
      expect(await distributor.closeWeeks.staticCall(MaxUint256)).to.equal(open);
      expect(await distributor.closeWeeks.staticCall(3n)).to.equal(3n);
      await distributor.closeWeeks(MaxUint256);
      expect(await distributor.closeWeeks.staticCall(MaxUint256)).to.equal(0n);
      expect(await distributor.firstOpenWeekStart()).to.equal(thursday + 10n * WEEK);
    });

    it("does nothing with a maximum of 0", async () => {
      const { distributor } = await loadFixture(tenWeeksOver);
      const open = await distributor.firstOpenWeekStart();
      await distributor.closeWeeks(0n);
      expect(await distributor.firstOpenWeekStart()).to.equal(open);
    });

    it("emits no event when nothing is left to close", async () => {
      const { distributor } = await loadFixture(tenWeeksOver);
      await distributor.closeWeeks(MaxUint256);
      await expect(distributor.closeWeeks(MaxUint256)).not.to.emit(distributor, "PeriodClosed");
    });

    it("emits PeriodClosed with the reward", async () => {
      const { distributor, thursday } = await loadFixture(oneWeekOver);
      await expect(distributor.closeWeeks(MaxUint256))
        .to.emit(distributor, "PeriodClosed")
        .withArgs(thursday, 900n * WCT);
    });

    it("emits PeriodClosed with 0 for a week without reward", async () => {
      const { distributor, thursday } = await loadFixture(oneWeekOver);
      const sent = distributor.closeWeeks(MaxUint256);
      await expect(sent)
        .to.emit(distributor, "PeriodClosed")
        .withArgs(thursday - WEEK, 0n);
      await expect(sent).not.to.emit(distributor, "PeriodRolledOver");
    });

    it("gives the same in parts as at once", async () => {
      const fixture = await loadFixture(tenWeeksOver);
      const { distributor, alice, thursday } = fixture;
      const due = await distributor.claimable(alice);
      for (let round = 0; round < 20; ++round) {
        await distributor.closeWeeks(1n);
        expect(await distributor.claimable(alice)).to.equal(due);
      }
      expect(await distributor.firstOpenWeekStart()).to.equal(thursday + 10n * WEEK);
      expectShare(await claimExactly(fixture, alice), 300n * WCT);
    });

    it("is finished by a claim that finds weeks open", async () => {
      const fixture = await loadFixture(tenWeeksOver);
      const { distributor, alice, thursday } = fixture;
      await distributor.closeWeeks(4n);
      expectShare(await claimExactly(fixture, alice), 300n * WCT);
      expect(await distributor.firstOpenWeekStart()).to.equal(thursday + 10n * WEEK);
    });

    describe("when nobody has weight", () => {
      it("hands the reward on", async () => {
        const { distributor, thursday } = await loadFixture(fundedForNobody);
        await nextAt(thursday + WEEK);
        const sent = distributor.closeWeeks(MaxUint256);
        await expect(sent)
          .to.emit(distributor, "PeriodRolledOver")
          .withArgs(thursday, 10n * WCT);
        await expect(sent).to.emit(distributor, "PeriodClosed").withArgs(thursday, 0n);
      });

      it("adds up over several empty weeks, funded or not", async () => {
        const { distributor, thursday } = await loadFixture(fundedForNobody);
        await nextAt(thursday + 5n * WEEK);
        const sent = distributor.closeWeeks(MaxUint256);
        for (const [index, amount] of [10n, 20n, 30n, 30n, 35n].entries()) {
          await expect(sent)
            .to.emit(distributor, "PeriodRolledOver")
            .withArgs(thursday + BigInt(index) * WEEK, amount * WCT);
        }
      });

      it("keeps what is handed on between two closings", async () => {
        const { distributor, thursday } = await loadFixture(fundedForNobody);
        for (const [index, amount] of [10n, 20n, 30n, 30n, 35n].entries()) {
          const weekStart = thursday + BigInt(index) * WEEK;
          await nextAt(weekStart + WEEK);
          await expect(distributor.closeWeeks(MaxUint256))
            .to.emit(distributor, "PeriodRolledOver")
            .withArgs(weekStart, amount * WCT);
        }
      });

      it("pays it with the next week that has weight, which was funded itself", async () => {
        const fixture = await loadFixture(fundedForNobody);
        const { distributor, stakeWeight, alice, thursday } = fixture;
        await nextAt(thursday + 4n * WEEK - 1n);
        await stakeWeight.connect(alice).stake(WCT, 4n);
        await warpTo(thursday + 5n * WEEK);
        expectShare(await claimExactly(fixture, alice), 35n * WCT);
        expect(await distributor.rewardForPeriod(thursday + 4n * WEEK)).to.equal(35n * WCT);
      });

      it("pays it with the next week that has weight, which was not funded", async () => {
        const fixture = await loadFixture(fundedForNobody);
        const { distributor, stakeWeight, alice, thursday } = fixture;
        await nextAt(thursday + 3n * WEEK - 1n);
        await stakeWeight.connect(alice).stake(WCT, 4n);
        await warpTo(thursday + 4n * WEEK);
        expectShare(await claimExactly(fixture, alice), 30n * WCT);
        expect(await distributor.rewardForPeriod(thursday + 3n * WEEK)).to.equal(30n * WCT);
      });

      it("does not pay it to who stakes within the empty week", async () => {
        const fixture = await loadFixture(fundedForNobody);
        const { distributor, stakeWeight, alice, thursday } = fixture;
        await nextAt(thursday);
        await stakeWeight.connect(alice).stake(WCT, 4n);
        await warpTo(thursday + WEEK);
        expect(await distributor.claimable(alice)).to.equal(0n);
        await warpTo(thursday + 2n * WEEK);
        expectShare(await claimExactly(fixture, alice), 20n * WCT);
      });

      it("can be joined by funding of the running week", async () => {
        const fixture = await loadFixture(fundedForNobody);
        const { distributor, stakeWeight, alice, funder, thursday } = fixture;
        await stakeWeight.connect(alice).stake(WCT, 4n);
        await distributor.connect(funder).fund(thursday - WEEK, 2n * WCT);
        await nextAt(thursday + 1n);
        await distributor.connect(funder).fund(thursday, 3n * WCT);
        await warpTo(thursday + WEEK);
        expectShare(await claimExactly(fixture, alice), 15n * WCT);
      });
    });

    it("closes a week whose weight has ended, like one that nobody had weight in", async () => {
      const fixture = await loadFixture(funded);
      const { distributor, stakeWeight, alice, bob, funder, thursday } = fixture;
      await stakeWeight.connect(alice).stake(WCT, 4n);
      await stakeWeight.connect(alice).initiateUnlock();
      await distributor.connect(funder).fundRange(thursday, 5n, 10n * WCT);
      // alice ends at thursday + 3 weeks.
      await nextAt(thursday + 5n * WEEK - 1n);
      await stakeWeight.connect(bob).stake(WCT, 4n);
      await warpTo(thursday + 6n * WEEK);
      expectShare(await claimExactly(fixture, alice), 30n * WCT);
      expectShare(await claimExactly(fixture, bob), 20n * WCT);
    });
  });

  describe("firstOpenWeekStart", () => {
    it("is the week of the deployment at first", async () => {
      const { distributor, thursday } = await loadFixture(funded);
      const open = await distributor.firstOpenWeekStart();
      expect(open).to.equal(weekStartOf(open));
      expect(open).to.be.within(thursday - 2n * WEEK, thursday - WEEK);
    });
  });
});
