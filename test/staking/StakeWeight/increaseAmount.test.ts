import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { WCT, weightOf } from "../../support/amounts";
import { funded, locked, unlocked, unlocking } from "../../support/funded";
import { nextAt, now, warpTo, WEEK } from "../../support/time";

describe("StakeWeight", () => {
  describe("increaseAmount", () => {
    it("refuses an amount of 0", async () => {
      const { stakeWeight, alice } = await loadFixture(locked);
      await expect(stakeWeight.connect(alice).increaseAmount(0n)).to.be.revertedWithCustomError(
        stakeWeight,
        "ZeroAmount",
      );
    });

    it("refuses an account without a position", async () => {
      const { stakeWeight, alice } = await loadFixture(funded);
      await expect(stakeWeight.connect(alice).increaseAmount(1n))
        .to.be.revertedWithCustomError(stakeWeight, "NoActivePosition")
        .withArgs(alice, 0n);
    });

    it("refuses tokens that were not approved", async () => {
      const { stakeWeight, token, alice } = await loadFixture(locked);
      await token.connect(alice).approve(stakeWeight, 0n);
      await expect(stakeWeight.connect(alice).increaseAmount(1n))
        .to.be.revertedWithCustomError(token, "ERC20InsufficientAllowance")
        .withArgs(stakeWeight, 0n, 1n);
    });

    describe("given a Locked position", () => {
      it("adds to the amount and keeps the preset", async () => {
        const { stakeWeight, alice, amount } = await loadFixture(locked);
        await stakeWeight.connect(alice).increaseAmount(5n);
        expect(await stakeWeight.positionOf(alice)).to.deep.equal([amount + 5n, 52n, 0n, 1n]);
      });

      it("emits AmountIncreased with the new amount", async () => {
        const { stakeWeight, alice, amount } = await loadFixture(locked);
        await expect(stakeWeight.connect(alice).increaseAmount(5n))
          .to.emit(stakeWeight, "AmountIncreased")
          .withArgs(alice, alice, 5n, amount + 5n);
      });

      it("moves the tokens", async () => {
        const { stakeWeight, token, alice } = await loadFixture(locked);
        await expect(stakeWeight.connect(alice).increaseAmount(5n)).to.changeTokenBalances(
          token,
          [alice, stakeWeight],
          [-5n, 5n],
        );
      });

      it("raises weight, total weight and total staked alike", async () => {
        const { stakeWeight, alice, amount } = await loadFixture(locked);
        await stakeWeight.connect(alice).increaseAmount(amount);
        expect(await stakeWeight.weightOf(alice)).to.equal(weightOf(2n * amount, 52n * WEEK));
        expect(await stakeWeight.totalWeight()).to.equal(weightOf(2n * amount, 52n * WEEK));
        expect(await stakeWeight.totalStaked()).to.equal(2n * amount);
      });
    });

    describe("given an Unlocking position", () => {
      it("does not move the end", async () => {
        const { stakeWeight, alice, amount, unlockEnd } = await loadFixture(unlocking);
        await nextAt(unlockEnd - 3n * WEEK);
        await stakeWeight.connect(alice).increaseAmount(7n * WCT);
        expect(await stakeWeight.positionOf(alice)).to.deep.equal([amount + 7n * WCT, 52n, unlockEnd, 2n]);
      });

      it("gives the added tokens the remaining lock time only", async () => {
        const { stakeWeight, alice, amount, unlockEnd } = await loadFixture(unlocking);
        await nextAt(unlockEnd - 3n * WEEK);
        await stakeWeight.connect(alice).increaseAmount(7n * WCT);
        expect(await stakeWeight.weightOf(alice)).to.equal(weightOf(amount + 7n * WCT, 3n * WEEK));
      });

      it("ends all of it at the same second", async () => {
        const { stakeWeight, alice, amount, unlockEnd } = await loadFixture(unlocking);
        await nextAt(unlockEnd - 3n * WEEK);
        await stakeWeight.connect(alice).increaseAmount(7n * WCT);
        expect(await stakeWeight.totalWeightAt(unlockEnd - 1n)).to.equal(weightOf(amount + 7n * WCT, 1n));
        expect(await stakeWeight.totalWeightAt(unlockEnd)).to.equal(0n);
      });

      it("is allowed in the last second", async () => {
        const { stakeWeight, alice, amount, unlockEnd } = await loadFixture(unlocking);
        await nextAt(unlockEnd - 1n);
        await stakeWeight.connect(alice).increaseAmount(1n);
        expect((await stakeWeight.positionOf(alice)).amount).to.equal(amount + 1n);
      });

      it("is refused at the end", async () => {
        const { stakeWeight, alice, unlockEnd } = await loadFixture(unlocking);
        await nextAt(unlockEnd);
        await expect(stakeWeight.connect(alice).increaseAmount(1n))
          .to.be.revertedWithCustomError(stakeWeight, "NoActivePosition")
          .withArgs(alice, 3n);
      });
    });

    describe("given an Unlocked position", () => {
      it("is refused", async () => {
        const { stakeWeight, alice } = await loadFixture(unlocked);
        await expect(stakeWeight.connect(alice).increaseAmount(1n))
          .to.be.revertedWithCustomError(stakeWeight, "NoActivePosition")
          .withArgs(alice, 3n);
      });
    });

    it("leaves the weight of others alone", async () => {
      const { stakeWeight, alice, bob } = await loadFixture(unlocking);
      await stakeWeight.connect(bob).stake(3n * WCT, 4n);
      await stakeWeight.connect(alice).increaseAmount(1_000n);
      await warpTo((await now()) + WEEK);
      expect(await stakeWeight.weightOf(bob)).to.equal(weightOf(3n * WCT, 4n * WEEK));
    });
  });
});
