import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { MaxUint256 } from "ethers";
import { MAX_AMOUNT, WCT } from "../../support/amounts";
import { funded } from "../../support/funded";
import { hugeSupply } from "../../support/hugeSupply";
import { nextAt, now, WEEK, weekStartOf } from "../../support/time";

describe("RewardDistributor", () => {
  describe("fundRange", () => {
    it("funds every week of the range", async () => {
      const { distributor, funder, thursday } = await loadFixture(funded);
      await distributor.connect(funder).fundRange(thursday, 3n, 5n);
      for (const [index, reward] of [0n, 5n, 5n, 5n, 0n].entries()) {
        expect(await distributor.rewardForPeriod(thursday + (BigInt(index) - 1n) * WEEK)).to.equal(reward);
      }
    });

    it("takes the sum in one transfer", async () => {
      const { distributor, token, funder, thursday } = await loadFixture(funded);
      const sent = distributor.connect(funder).fundRange(thursday, 3n, 5n);
      await expect(sent).to.changeTokenBalances(token, [funder, distributor], [-15n, 15n]);
      await expect(sent).to.emit(token, "Transfer").withArgs(funder, distributor, 15n);
    });

    it("emits PeriodFunded per week", async () => {
      const { distributor, funder, thursday } = await loadFixture(funded);
      const sent = distributor.connect(funder).fundRange(thursday, 2n, 5n);
      await expect(sent).to.emit(distributor, "PeriodFunded").withArgs(funder, thursday, 5n);
      await expect(sent)
        .to.emit(distributor, "PeriodFunded")
        .withArgs(funder, thursday + WEEK, 5n);
    });

    it("adds the sum to totalFunded", async () => {
      const { distributor, funder, thursday } = await loadFixture(funded);
      await distributor.connect(funder).fundRange(thursday, 3n, 5n);
      expect(await distributor.totalFunded()).to.equal(15n);
    });

    it("accepts the running week and the 104 after it", async () => {
      const { distributor, funder } = await loadFixture(funded);
      const running = weekStartOf(await now());
      await distributor.connect(funder).fundRange(running, 105n, WCT);
      expect(await distributor.rewardForPeriod(running)).to.equal(WCT);
      expect(await distributor.rewardForPeriod(running + 104n * WEEK)).to.equal(WCT);
    });

    it("refuses a range that reaches 105 weeks ahead", async () => {
      const { distributor, funder } = await loadFixture(funded);
      const running = weekStartOf(await now());
      await expect(distributor.connect(funder).fundRange(running, 106n, WCT))
        .to.be.revertedWithCustomError(distributor, "PeriodTooFarAhead")
        .withArgs(running + 105n * WEEK, running + 104n * WEEK);
    });

    it("refuses a range of 2^256 − 1 weeks by name", async () => {
      const { distributor, funder } = await loadFixture(funded);
      const running = weekStartOf(await now());
      await expect(distributor.connect(funder).fundRange(running, MaxUint256, 1n))
        .to.be.revertedWithCustomError(distributor, "PeriodTooFarAhead")
        .withArgs(MaxUint256, running + 104n * WEEK);
    });

    it("refuses a range of 0 weeks", async () => {
      const { distributor, funder, thursday } = await loadFixture(funded);
      await expect(distributor.connect(funder).fundRange(thursday, 0n, 1n)).to.be.revertedWithCustomError(
        distributor,
        "NoWeeks",
      );
    });

    it("refuses an amount of 0", async () => {
      const { distributor, funder, thursday } = await loadFixture(funded);
      await expect(distributor.connect(funder).fundRange(thursday, 1n, 0n)).to.be.revertedWithCustomError(
        distributor,
        "ZeroAmount",
      );
    });

    it("refuses a first week that is over", async () => {
      const { distributor, funder, thursday } = await loadFixture(funded);
      await nextAt(thursday);
      await expect(distributor.connect(funder).fundRange(thursday - WEEK, 5n, 1n))
        .to.be.revertedWithCustomError(distributor, "PeriodFinished")
        .withArgs(thursday - WEEK, thursday);
    });

    it("refuses a first week that is no week's start", async () => {
      const { distributor, funder, thursday } = await loadFixture(funded);
      await expect(distributor.connect(funder).fundRange(thursday + 1n, 2n, 1n))
        .to.be.revertedWithCustomError(distributor, "NotWeekStart")
        .withArgs(thursday + 1n);
    });

    it("funds nothing if the sum cannot be paid", async () => {
      const { distributor, token, funder, thursday } = await loadFixture(funded);
      await token.connect(funder).approve(distributor, 14n);
      await expect(distributor.connect(funder).fundRange(thursday, 3n, 5n))
        .to.be.revertedWithCustomError(token, "ERC20InsufficientAllowance")
        .withArgs(distributor, 14n, 15n);
      expect(await distributor.rewardForPeriod(thursday)).to.equal(0n);
    });

    it("refuses a sum beyond 2^96 − 1 wei", async () => {
      const { distributor, alice } = await loadFixture(hugeSupply);
      const running = weekStartOf(await now());
      await expect(distributor.connect(alice).fundRange(running, 2n, 2n ** 95n))
        .to.be.revertedWithCustomError(distributor, "FundingLimitExceeded")
        .withArgs(2n ** 96n, MAX_AMOUNT);
    });

    it("refuses a sum beyond 2^256 − 1 wei by name", async () => {
      const { distributor, alice } = await loadFixture(hugeSupply);
      const running = weekStartOf(await now());
      await expect(distributor.connect(alice).fundRange(running, 105n, MaxUint256))
        .to.be.revertedWithCustomError(distributor, "FundingLimitExceeded")
        .withArgs(MaxUint256, MAX_AMOUNT);
    });
  });

  describe("MAX_WEEKS_AHEAD", () => {
    it("is 104", async () => {
      const { distributor } = await loadFixture(funded);
      expect(await distributor.MAX_WEEKS_AHEAD()).to.equal(104n);
    });
  });
});
