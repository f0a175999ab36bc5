import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { MaxUint256 } from "ethers";
import { MAX_AMOUNT, WCT } from "../../support/amounts";
import { funded } from "../../support/funded";
import { hugeSupply } from "../../support/hugeSupply";
import { expectShare } from "../../support/rewarded";
import { nextAt, now, warpTo, WEEK, weekStartOf } from "../../support/time";

describe("RewardDistributor", () => {
  describe("fund", () => {
    it("moves the tokens from the caller", async () => {
      const { distributor, token, funder, thursday } = await loadFixture(funded);
      await expect(distributor.connect(funder).fund(thursday, 5n * WCT)).to.changeTokenBalances(
        token,
        [funder, distributor],
        [-5n * WCT, 5n * WCT],
      );
    });

    it("emits PeriodFunded", async () => {
      const { distributor, funder, thursday } = await loadFixture(funded);
      await expect(distributor.connect(funder).fund(thursday, 5n))
        .to.emit(distributor, "PeriodFunded")
        .withArgs(funder, thursday, 5n);
    });

    it("adds to the reward of the period and to the sum of all funding", async () => {
      const { distributor, funder, thursday } = await loadFixture(funded);
      await distributor.connect(funder).fund(thursday, 5n);
      await distributor.connect(funder).fund(thursday, 7n);
      await distributor.connect(funder).fund(thursday + WEEK, 1n);
      expect(await distributor.rewardForPeriod(thursday)).to.equal(12n);
      expect(await distributor.rewardForPeriod(thursday + WEEK)).to.equal(1n);
      expect(await distributor.totalFunded()).to.equal(13n);
    });

    it("is open to anyone", async () => {
      const { distributor, token, bob, thursday } = await loadFixture(funded);
      await token.connect(bob).approve(distributor, 1n);
      await distributor.connect(bob).fund(thursday, 1n);
      expect(await distributor.rewardForPeriod(thursday)).to.equal(1n);
    });

    it("accepts the running week", async () => {
      const { distributor, funder, thursday } = await loadFixture(funded);
      await distributor.connect(funder).fund(thursday - WEEK, 1n);
      expect(await distributor.rewardForPeriod(thursday - WEEK)).to.equal(1n);
    });

    it("accepts the running week in its last second", async () => {
      const { distributor, funder, thursday } = await loadFixture(funded);
      await nextAt(thursday - 1n);
      await expect(distributor.connect(funder).fund(thursday - WEEK, 1n)).not.to.be.reverted;
    });

    it("refuses a week in the second in which it is over", async () => {
      const { distributor, funder, thursday } = await loadFixture(funded);
      await nextAt(thursday);
      await expect(distributor.connect(funder).fund(thursday - WEEK, 1n))
        .to.be.revertedWithCustomError(distributor, "PeriodFinished")
        .withArgs(thursday - WEEK, thursday);
    });

    it("refuses week 0", async () => {
      const { distributor, funder, thursday } = await loadFixture(funded);
      await expect(distributor.connect(funder).fund(0n, 1n))
        .to.be.revertedWithCustomError(distributor, "PeriodFinished")
        .withArgs(0n, thursday - WEEK);
    });

    it("accepts 104 weeks ahead", async () => {
      const { distributor, funder } = await loadFixture(funded);
      const running = weekStartOf(await now());
      await distributor.connect(funder).fund(running + 104n * WEEK, 1n);
      expect(await distributor.rewardForPeriod(running + 104n * WEEK)).to.equal(1n);
    });

    it("refuses 105 weeks ahead", async () => {
      const { distributor, funder } = await loadFixture(funded);
      const running = weekStartOf(await now());
      await expect(distributor.connect(funder).fund(running + 105n * WEEK, 1n))
        .to.be.revertedWithCustomError(distributor, "PeriodTooFarAhead")
        .withArgs(running + 105n * WEEK, running + 104n * WEEK);
    });

    it("refuses the last week that there is", async () => {
      const { distributor, funder, thursday } = await loadFixture(funded);
      const last = MaxUint256 - (MaxUint256 % WEEK);
      await expect(distributor.connect(funder).fund(last, 1n))
        .to.be.revertedWithCustomError(distributor, "PeriodTooFarAhead")
        .withArgs(last, thursday + 103n * WEEK);
    });

    it("refuses a time that is no week's start", async () => {
      const { distributor, funder, thursday } = await loadFixture(funded);
      for (const time of [thursday - 1n, thursday + 1n, MaxUint256]) {
        await expect(distributor.connect(funder).fund(time, 1n))
          .to.be.revertedWithCustomError(distributor, "NotWeekStart")
          .withArgs(time);
      }
    });

    it("refuses an amount of 0", async () => {
      const { distributor, funder, thursday } = await loadFixture(funded);
      await expect(distributor.connect(funder).fund(thursday, 0n)).to.be.revertedWithCustomError(
        distributor,
        "ZeroAmount",
      );
    });

    it("refuses tokens that were not approved", async () => {
      const { distributor, token, bob, thursday } = await loadFixture(funded);
      await expect(distributor.connect(bob).fund(thursday, 1n))
        .to.be.revertedWithCustomError(token, "ERC20InsufficientAllowance")
        .withArgs(distributor, 0n, 1n);
    });

    describe("given a token of 2^256 − 1 wei", () => {
      it("accepts 2^96 − 1 wei", async () => {
        const { distributor, alice } = await loadFixture(hugeSupply);
        const running = weekStartOf(await now());
        await distributor.connect(alice).fund(running, MAX_AMOUNT);
        expect(await distributor.rewardForPeriod(running)).to.equal(MAX_AMOUNT);
      });

      for (const amount of [MAX_AMOUNT + 1n, MaxUint256]) {
        it(`refuses ${amount} wei`, async () => {
          const { distributor, alice } = await loadFixture(hugeSupply);
          await expect(distributor.connect(alice).fund(weekStartOf(await now()), amount))
            .to.be.revertedWithCustomError(distributor, "FundingLimitExceeded")
            .withArgs(amount, MAX_AMOUNT);
        });
      }

      it("counts all unpaid rewards towards the limit", async () => {
        const { distributor, alice, bob } = await loadFixture(hugeSupply);
        const running = weekStartOf(await now());
        await distributor.connect(alice).fund(running, MAX_AMOUNT - 9n);
        await expect(distributor.connect(bob).fund(running + WEEK, 10n))
          .to.be.revertedWithCustomError(distributor, "FundingLimitExceeded")
          .withArgs(10n, 9n);
      });

      it("makes room again by a payment", async () => {
        const { distributor, stakeWeight, alice, bob } = await loadFixture(hugeSupply);
        const thursday = weekStartOf(await now()) + WEEK;
        await stakeWeight.connect(bob).stake(MAX_AMOUNT, 104n);
        await distributor.connect(alice).fund(thursday, MAX_AMOUNT);
        await nextAt(thursday + WEEK);
        await distributor.claim(bob);
        const paid = await distributor.totalPaid();
        expect(paid).to.be.within(MAX_AMOUNT - 1n, MAX_AMOUNT);
        await distributor.connect(alice).fund(thursday + WEEK, paid);
        expect(await distributor.totalFunded()).to.equal(MAX_AMOUNT + paid);
      });

      it("shares the largest reward by the smallest weight", async () => {
        const { distributor, stakeWeight, alice, bob } = await loadFixture(hugeSupply);
        const thursday = weekStartOf(await now()) + WEEK;
        await stakeWeight.connect(alice).stake(1n, 4n);
        await stakeWeight.connect(alice).initiateUnlock();
        await distributor.connect(bob).fundRange(thursday, 4n, MAX_AMOUNT / 4n);
        await warpTo(thursday + 3n * WEEK);
        // 1 wei with 3, 2 and 1 weeks left is all the weight of these weeks.
        expectShare(await distributor.claimable(alice), (MAX_AMOUNT / 4n) * 3n);
      });
    });
  });
});
