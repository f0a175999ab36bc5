import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { MAX_AMOUNT, WCT } from "../../support/amounts";
import { funded } from "../../support/funded";
import { hugeSupply } from "../../support/hugeSupply";
import { claimExactly, equalWeights, expectShare, oneWeekOver } from "../../support/rewarded";
import { nextAt, now, warpTo, WEEK, weekStartOf } from "../../support/time";

describe("RewardDistributor", () => {
  describe("fundStrayTokens", () => {
    it("is refused when there are none", async () => {
      const { distributor, stranger } = await loadFixture(equalWeights);
      await expect(distributor.connect(stranger).fundStrayTokens()).to.be.revertedWithCustomError(
        distributor,
        "NoStrayTokens",
      );
    });

    it("never takes funding, rewards that are due or dust", async () => {
      const { distributor, alice } = await loadFixture(oneWeekOver);
      await expect(distributor.fundStrayTokens()).to.be.revertedWithCustomError(distributor, "NoStrayTokens");
      await distributor.claim(alice);
      await expect(distributor.fundStrayTokens()).to.be.revertedWithCustomError(distributor, "NoStrayTokens");
    });

    it("turns tokens sent to the distributor into reward of the running week", async () => {
      const { distributor, token, bob, stranger, thursday } = await loadFixture(equalWeights);
      await token.connect(bob).transfer(distributor, 7n);
      await expect(distributor.connect(stranger).fundStrayTokens())
        .to.emit(distributor, "PeriodFunded")
        .withArgs(distributor, thursday - WEEK, 7n);
      expect(await distributor.rewardForPeriod(thursday - WEEK)).to.equal(7n);
      expect(await distributor.totalFunded()).to.equal(7n);
    });

    it("collects tokens sent to StakeWeight as well", async () => {
      const { distributor, stakeWeight, token, bob, thursday } = await loadFixture(equalWeights);
      await token.connect(bob).transfer(distributor, 7n);
      await token.connect(bob).transfer(stakeWeight, 5n);
      const sent = distributor.fundStrayTokens();
      await expect(sent).to.changeTokenBalances(token, [stakeWeight, distributor], [-5n, 5n]);
      await expect(sent)
        .to.emit(distributor, "PeriodFunded")
        .withArgs(distributor, thursday - WEEK, 12n);
      await expect(sent).to.emit(stakeWeight, "StrayTokensReleased").withArgs(distributor, 5n);
    });

    it("returns the amount", async () => {
      const { distributor, stakeWeight, token, bob } = await loadFixture(equalWeights);
      await token.connect(bob).transfer(distributor, 7n);
      await token.connect(bob).transfer(stakeWeight, 5n);
      expect(await distributor.fundStrayTokens.staticCall()).to.equal(12n);
    });

    it("belongs to the new week in a week's first second", async () => {
      const { distributor, token, bob, thursday } = await loadFixture(funded);
      await token.connect(bob).transfer(distributor, 7n);
      await nextAt(thursday);
      await distributor.fundStrayTokens();
      expect(await distributor.rewardForPeriod(thursday)).to.equal(7n);
    });

    it("is shared like any funding", async () => {
      const fixture = await loadFixture(equalWeights);
      const { distributor, token, stranger, alice, bob, thursday } = fixture;
      await token.connect(bob).transfer(distributor, 300n * WCT);
      await nextAt(thursday + 1n);
      await distributor.connect(stranger).fundStrayTokens();
      await warpTo(thursday + WEEK);
      expectShare(await claimExactly(fixture, alice), 100n * WCT);
    });

    it("works while StakeWeight is paused", async () => {
      const { distributor, stakeWeight, token, bob, pauser } = await loadFixture(equalWeights);
      await token.connect(bob).transfer(stakeWeight, 5n);
      await stakeWeight.connect(pauser).pause();
      await expect(distributor.fundStrayTokens()).not.to.be.reverted;
    });

    it("refuses what exceeds the limit, and keeps it for later", async () => {
      const { distributor, token, alice } = await loadFixture(hugeSupply);
      const running = weekStartOf(await now());
      await distributor.connect(alice).fund(running, MAX_AMOUNT - 1n);
      await token.connect(alice).transfer(distributor, 2n);
      await expect(distributor.fundStrayTokens())
        .to.be.revertedWithCustomError(distributor, "FundingLimitExceeded")
        .withArgs(2n, 1n);
      expect(await token.balanceOf(distributor)).to.equal(MAX_AMOUNT + 1n);
    });
  });
});
