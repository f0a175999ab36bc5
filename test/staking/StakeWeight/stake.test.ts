import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { MaxUint256 } from "ethers";
import { ethers } from "hardhat";
import { MAX_AMOUNT, presets, WCT, weightOf } from "../../support/amounts";
import { funded, locked, unlocked, unlocking } from "../../support/funded";
import { hugeSupply } from "../../support/hugeSupply";
import { nextAt, now, WEEK } from "../../support/time";

describe("StakeWeight", () => {
  describe("stake", () => {
    for (const preset of presets) {
      describe(`when the preset is ${preset} weeks`, () => {
        it("opens a Locked position", async () => {
          const { stakeWeight, alice } = await loadFixture(funded);
          await stakeWeight.connect(alice).stake(100n * WCT, preset);
          expect(await stakeWeight.positionOf(alice)).to.deep.equal([100n * WCT, preset, 0n, 1n]);
        });

        it("gives amount · preset / 209 weight", async () => {
          const { stakeWeight, alice } = await loadFixture(funded);
          await stakeWeight.connect(alice).stake(100n * WCT, preset);
          expect(await stakeWeight.weightOf(alice)).to.equal((100n * WCT * preset) / 209n);
        });
      });
    }

    for (const preset of [
      0n,
      1n,
      3n,
      5n,
      7n,
      9n,
      11n,
      13n,
      25n,
      27n,
      51n,
      53n,
      77n,
      79n,
      103n,
      105n,
      209n,
      260n,
      2n ** 64n,
      MaxUint256,
    ]) {
      it(`refuses a preset of ${preset} weeks`, async () => {
        const { stakeWeight, alice } = await loadFixture(funded);
        await expect(stakeWeight.connect(alice).stake(100n * WCT, preset))
          .to.be.revertedWithCustomError(stakeWeight, "InvalidPreset")
          .withArgs(preset);
      });
    }

    it("emits Staked with the caller as payer", async () => {
      const { stakeWeight, alice } = await loadFixture(funded);
      await expect(stakeWeight.connect(alice).stake(100n * WCT, 26n))
        .to.emit(stakeWeight, "Staked")
        .withArgs(alice, alice, 100n * WCT, 26n);
    });

    it("moves the tokens from the caller", async () => {
      const { stakeWeight, token, alice } = await loadFixture(funded);
      await expect(stakeWeight.connect(alice).stake(100n * WCT, 26n)).to.changeTokenBalances(
        token,
        [alice, stakeWeight],
        [-100n * WCT, 100n * WCT],
      );
    });

    it("adds the amount to totalStaked", async () => {
      const { stakeWeight, alice, bob } = await loadFixture(funded);
      await stakeWeight.connect(alice).stake(100n * WCT, 26n);
      await stakeWeight.connect(bob).stake(1n, 104n);
      expect(await stakeWeight.totalStaked()).to.equal(100n * WCT + 1n);
    });

    it("does not decay while Locked", async () => {
      const { stakeWeight, alice, amount } = await loadFixture(locked);
      await nextAt((await now()) + 500n * WEEK);
      await stakeWeight.connect(alice).setOperator(alice, false);
      expect(await stakeWeight.weightOf(alice)).to.equal(weightOf(amount, 52n * WEEK));
    });

    it("refuses an amount of 0", async () => {
      const { stakeWeight, alice } = await loadFixture(funded);
      await expect(stakeWeight.connect(alice).stake(0n, 26n)).to.be.revertedWithCustomError(stakeWeight, "ZeroAmount");
    });

    it("refuses an amount beyond the approval with the token's error", async () => {
      const { stakeWeight, token, alice } = await loadFixture(funded);
      await token.connect(alice).approve(stakeWeight, 99n);
      await expect(stakeWeight.connect(alice).stake(100n, 26n))
        .to.be.revertedWithCustomError(token, "ERC20InsufficientAllowance")
        .withArgs(stakeWeight, 99n, 100n);
    });

    it("refuses an amount beyond the balance with the token's error", async () => {
      const { stakeWeight, token, stranger } = await loadFixture(funded);
      await token.connect(stranger).approve(stakeWeight, 1n);
      await expect(stakeWeight.connect(stranger).stake(1n, 26n))
        .to.be.revertedWithCustomError(token, "ERC20InsufficientBalance")
        .withArgs(stranger, 0n, 1n);
    });

    it("leaves no trace of a refused stake", async () => {
      const { stakeWeight, token, stranger } = await loadFixture(funded);
      await token.connect(stranger).approve(stakeWeight, 1n);
      await expect(stakeWeight.connect(stranger).stake(1n, 26n)).to.be.reverted;
      expect(await stakeWeight.positionOf(stranger)).to.deep.equal([0n, 0n, 0n, 0n]);
      expect(await stakeWeight.totalStaked()).to.equal(0n);
    });

    it("accepts 1 wei, whose weight rounds down to 0", async () => {
      const { stakeWeight, alice } = await loadFixture(funded);
      await stakeWeight.connect(alice).stake(1n, 104n);
      expect((await stakeWeight.positionOf(alice)).amount).to.equal(1n);
      expect(await stakeWeight.weightOf(alice)).to.equal(0n);
    });

    it("accepts the whole supply", async () => {
      const { stakeWeight, token, deployer, alice } = await loadFixture(funded);
      const supply = await token.totalSupply();
      for (const holder of (await ethers.getSigners()).filter(({ address }) => address !== alice.address)) {
        await token.connect(holder).transfer(alice, await token.balanceOf(holder));
      }
      await token.connect(alice).approve(stakeWeight, supply);
      await expect(stakeWeight.connect(alice).stake(supply, 104n)).to.changeTokenBalance(token, stakeWeight, supply);
      expect(await token.balanceOf(deployer)).to.equal(0n);
      expect(await stakeWeight.totalWeight()).to.equal((supply * 104n) / 209n);
    });

    describe("given a Locked position", () => {
      it("refuses a second one", async () => {
        const { stakeWeight, alice, amount } = await loadFixture(locked);
        await expect(stakeWeight.connect(alice).stake(1n, 52n))
          .to.be.revertedWithCustomError(stakeWeight, "PositionExists")
          .withArgs(alice, amount);
      });
    });

    describe("given an Unlocking position", () => {
      it("refuses a second one", async () => {
        const { stakeWeight, alice, amount } = await loadFixture(unlocking);
        await expect(stakeWeight.connect(alice).stake(1n, 52n))
          .to.be.revertedWithCustomError(stakeWeight, "PositionExists")
          .withArgs(alice, amount);
      });
    });

    describe("given an Unlocked position", () => {
      it("refuses a new one before the withdrawal", async () => {
        const { stakeWeight, alice, amount } = await loadFixture(unlocked);
        await expect(stakeWeight.connect(alice).stake(1n, 52n))
          .to.be.revertedWithCustomError(stakeWeight, "PositionExists")
          .withArgs(alice, amount);
      });
    });

    describe("given a token of 2^256 − 1 wei", () => {
      it("accepts 2^96 − 1 wei", async () => {
        const { stakeWeight, alice } = await loadFixture(hugeSupply);
        await stakeWeight.connect(alice).stake(MAX_AMOUNT, 104n);
        expect(await stakeWeight.weightOf(alice)).to.equal((MAX_AMOUNT * 104n) / 209n);
      });

      it("refuses 2^96 wei", async () => {
        const { stakeWeight, alice } = await loadFixture(hugeSupply);
        await expect(stakeWeight.connect(alice).stake(MAX_AMOUNT + 1n, 104n))
          .to.be.revertedWithCustomError(stakeWeight, "StakeLimitExceeded")
          .withArgs(MAX_AMOUNT + 1n, MAX_AMOUNT);
      });

      it("refuses 2^256 − 1 wei", async () => {
        const { stakeWeight, alice } = await loadFixture(hugeSupply);
        await expect(stakeWeight.connect(alice).stake(MaxUint256, 104n))
          .to.be.revertedWithCustomError(stakeWeight, "StakeLimitExceeded")
          .withArgs(MaxUint256, MAX_AMOUNT);
      });

      it("counts all positions towards the limit", async () => {
        const { stakeWeight, alice, bob } = await loadFixture(hugeSupply);
        await stakeWeight.connect(alice).stake(MAX_AMOUNT - 9n, 104n);
        await expect(stakeWeight.connect(bob).stake(10n, 4n))
          .to.be.revertedWithCustomError(stakeWeight, "StakeLimitExceeded")
          .withArgs(10n, 9n);
      });

      it("refuses an increase and an update beyond the limit", async () => {
        const { stakeWeight, alice } = await loadFixture(hugeSupply);
        await stakeWeight.connect(alice).stake(MAX_AMOUNT - 9n, 52n);
        await expect(stakeWeight.connect(alice).increaseAmount(10n))
          .to.be.revertedWithCustomError(stakeWeight, "StakeLimitExceeded")
          .withArgs(10n, 9n);
        await expect(stakeWeight.connect(alice).update(2n ** 96n, 104n))
          .to.be.revertedWithCustomError(stakeWeight, "StakeLimitExceeded")
          .withArgs(2n ** 96n, 9n);
      });

      it("carries the largest position through its whole life", async () => {
        const { stakeWeight, token, alice } = await loadFixture(hugeSupply);
        await stakeWeight.connect(alice).stake(MAX_AMOUNT, 104n);
        await stakeWeight.connect(alice).initiateUnlock();
        const { unlockEnd } = await stakeWeight.positionOf(alice);
        expect(await stakeWeight.totalWeightAt(unlockEnd - 1n)).to.equal(weightOf(MAX_AMOUNT, 1n));
        await nextAt(unlockEnd);
        await expect(stakeWeight.connect(alice).withdraw()).to.changeTokenBalance(token, alice, MAX_AMOUNT);
      });

      it("makes room again by a withdrawal", async () => {
        const { stakeWeight, alice, bob } = await loadFixture(hugeSupply);
        await stakeWeight.connect(alice).stake(MAX_AMOUNT, 4n);
        await stakeWeight.connect(alice).initiateUnlock();
        await nextAt((await stakeWeight.positionOf(alice)).unlockEnd);
        await stakeWeight.connect(alice).withdraw();
        await expect(stakeWeight.connect(bob).stake(MAX_AMOUNT, 4n)).not.to.be.reverted;
      });
    });
  });
});
