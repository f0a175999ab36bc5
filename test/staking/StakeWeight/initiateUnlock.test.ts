import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { presets, WCT, weightOf } from "../../support/amounts";
import { funded, locked, unlocked, unlocking } from "../../support/funded";
import { nextAt, WEEK } from "../../support/time";

describe("StakeWeight", () => {
  describe("initiateUnlock", () => {
    for (const preset of presets) {
      it(`ends on the last Thursday within a preset of ${preset} weeks`, async () => {
        const { stakeWeight, alice, thursday } = await loadFixture(funded);
        await stakeWeight.connect(alice).stake(100n * WCT, preset);
        await stakeWeight.connect(alice).initiateUnlock();
        expect((await stakeWeight.positionOf(alice)).unlockEnd).to.equal(thursday + (preset - 1n) * WEEK);
      });
    }

    it("makes the position Unlocking and keeps amount and preset", async () => {
      const { stakeWeight, alice, amount, thursday } = await loadFixture(locked);
      await stakeWeight.connect(alice).initiateUnlock();
      expect(await stakeWeight.positionOf(alice)).to.deep.equal([amount, 52n, thursday + 51n * WEEK, 2n]);
    });

    it("emits UnlockInitiated with the end", async () => {
      const { stakeWeight, alice, thursday } = await loadFixture(locked);
      await expect(stakeWeight.connect(alice).initiateUnlock())
        .to.emit(stakeWeight, "UnlockInitiated")
        .withArgs(alice, thursday + 51n * WEEK);
    });

    it("moves no tokens", async () => {
      const { stakeWeight, token, alice } = await loadFixture(locked);
      await expect(stakeWeight.connect(alice).initiateUnlock()).to.changeTokenBalances(
        token,
        [alice, stakeWeight],
        [0n, 0n],
      );
    });

    it("keeps totalStaked", async () => {
      const { stakeWeight, amount } = await loadFixture(unlocking);
      expect(await stakeWeight.totalStaked()).to.equal(amount);
    });

    describe("when it is Thursday 00:00:00 exactly", () => {
      it("takes nothing off the remaining lock time", async () => {
        const { stakeWeight, alice, amount, thursday } = await loadFixture(locked);
        await nextAt(thursday);
        await stakeWeight.connect(alice).initiateUnlock();
        expect(await stakeWeight.remainingLockTime(alice)).to.equal(52n * WEEK);
        expect(await stakeWeight.weightOf(alice)).to.equal(weightOf(amount, 52n * WEEK));
      });
    });

    describe("when it is one second before Thursday", () => {
      it("takes all but one second of a week off the remaining lock time", async () => {
        const { stakeWeight, alice, amount, thursday } = await loadFixture(locked);
        await nextAt(thursday - 1n);
        await stakeWeight.connect(alice).initiateUnlock();
        expect((await stakeWeight.positionOf(alice)).unlockEnd).to.equal(thursday + 51n * WEEK);
        expect(await stakeWeight.remainingLockTime(alice)).to.equal(51n * WEEK + 1n);
        expect(await stakeWeight.weightOf(alice)).to.equal(weightOf(amount, 51n * WEEK + 1n));
      });
    });

    describe("when it is one second after Thursday 00:00:00", () => {
      it("takes one second off the remaining lock time", async () => {
        const { stakeWeight, alice, amount, thursday } = await loadFixture(locked);
        await nextAt(thursday + 1n);
        await stakeWeight.connect(alice).initiateUnlock();
        expect((await stakeWeight.positionOf(alice)).unlockEnd).to.equal(thursday + 52n * WEEK);
        expect(await stakeWeight.remainingLockTime(alice)).to.equal(52n * WEEK - 1n);
        expect(await stakeWeight.weightOf(alice)).to.equal(weightOf(amount, 52n * WEEK - 1n));
      });
    });

    describe("when unlocking", () => {
      it("decays linearly: half way through it has half the weight", async () => {
        const { stakeWeight, alice, amount, unlockEnd } = await loadFixture(unlocking);
        expect(await stakeWeight.weightAt(alice, unlockEnd - 26n * WEEK)).to.equal(weightOf(amount, 26n * WEEK));
      });

      it("has the weight of one second in the last second", async () => {
        const { stakeWeight, alice, amount, unlockEnd } = await loadFixture(unlocking);
        expect(await stakeWeight.weightAt(alice, unlockEnd - 1n)).to.equal(weightOf(amount, 1n));
      });

      it("has no weight from the end on", async () => {
        const { stakeWeight, alice, unlockEnd } = await loadFixture(unlocking);
        expect(await stakeWeight.weightAt(alice, unlockEnd)).to.equal(0n);
        expect(await stakeWeight.weightAt(alice, unlockEnd + 1n)).to.equal(0n);
        expect(await stakeWeight.weightAt(alice, unlockEnd + 500n * WEEK)).to.equal(0n);
      });

      it("gives the example of 40 weeks with 20 remaining its share of 209", async () => {
        const { stakeWeight, alice, amount, unlockEnd } = await loadFixture(unlocking);
        expect(await stakeWeight.weightAt(alice, unlockEnd - 20n * WEEK)).to.equal((amount * 20n) / 209n);
      });

      it("is refused", async () => {
        const { stakeWeight, alice } = await loadFixture(unlocking);
        await expect(stakeWeight.connect(alice).initiateUnlock())
          .to.be.revertedWithCustomError(stakeWeight, "NotLocked")
          .withArgs(alice, 2n);
      });
    });

    it("is refused without a position", async () => {
      const { stakeWeight, stranger } = await loadFixture(funded);
      await expect(stakeWeight.connect(stranger).initiateUnlock())
        .to.be.revertedWithCustomError(stakeWeight, "NotLocked")
        .withArgs(stranger, 0n);
    });

    it("is refused once Unlocked", async () => {
      const { stakeWeight, alice } = await loadFixture(unlocked);
      await expect(stakeWeight.connect(alice).initiateUnlock())
        .to.be.revertedWithCustomError(stakeWeight, "NotLocked")
        .withArgs(alice, 3n);
    });
  });

  describe("remainingLockTime", () => {
    it("is 0 without a position", async () => {
      const { stakeWeight, stranger } = await loadFixture(funded);
      expect(await stakeWeight.remainingLockTime(stranger)).to.equal(0n);
    });

    it("is the preset while Locked", async () => {
      const { stakeWeight, alice } = await loadFixture(locked);
      expect(await stakeWeight.remainingLockTime(alice)).to.equal(52n * WEEK);
    });

    it("is what is left while Unlocking", async () => {
      const { stakeWeight, token, alice, unlockEnd } = await loadFixture(unlocking);
      await nextAt(unlockEnd - 1n);
      await token.connect(alice).approve(stakeWeight, 0n);
      expect(await stakeWeight.remainingLockTime(alice)).to.equal(1n);
    });

    it("is 0 once Unlocked", async () => {
      const { stakeWeight, alice } = await loadFixture(unlocked);
      expect(await stakeWeight.remainingLockTime(alice)).to.equal(0n);
    });

    it("is 0 after the withdrawal", async () => {
      const { stakeWeight, alice } = await loadFixture(unlocked);
      await stakeWeight.connect(alice).withdraw();
      expect(await stakeWeight.remainingLockTime(alice)).to.equal(0n);
    });
  });
});
