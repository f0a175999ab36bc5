import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { WCT, weightOf } from "../../support/amounts";
import { inOneBlock } from "../../support/inOneBlock";
import { funded, locked, unlocked, unlocking } from "../../support/funded";
import { nextAt, now, WEEK } from "../../support/time";

/** {@link unlocked}, where alice has withdrawn and opened a new position of 7 WCT with a preset of 4 weeks. */
async function reopened() {
  const fixture = await unlocked();
  const { stakeWeight, alice, unlockEnd } = fixture;
  await nextAt(unlockEnd + WEEK);
  await stakeWeight.connect(alice).withdraw();
  await nextAt(unlockEnd + 2n * WEEK);
  await stakeWeight.connect(alice).stake(7n * WCT, 4n);
  return fixture;
}

describe("StakeWeight", () => {
  describe("withdraw", () => {
    it("is refused without a position", async () => {
      const { stakeWeight, stranger } = await loadFixture(funded);
      await expect(stakeWeight.connect(stranger).withdraw())
        .to.be.revertedWithCustomError(stakeWeight, "NotUnlocked")
        .withArgs(stranger, 0n, 0n);
    });

    it("is refused while Locked", async () => {
      const { stakeWeight, alice } = await loadFixture(locked);
      await expect(stakeWeight.connect(alice).withdraw())
        .to.be.revertedWithCustomError(stakeWeight, "NotUnlocked")
        .withArgs(alice, 1n, 0n);
    });

    it("is refused one second before the end", async () => {
      const { stakeWeight, alice, unlockEnd } = await loadFixture(unlocking);
      await nextAt(unlockEnd - 1n);
      await expect(stakeWeight.connect(alice).withdraw())
        .to.be.revertedWithCustomError(stakeWeight, "NotUnlocked")
        .withArgs(alice, 2n, unlockEnd);
    });

    it("pays the whole amount at the end", async () => {
      const { stakeWeight, token, alice, amount, unlockEnd } = await loadFixture(unlocking);
      await nextAt(unlockEnd);
      await expect(stakeWeight.connect(alice).withdraw()).to.changeTokenBalances(
        token,
        [alice, stakeWeight],
        [amount, -amount],
      );
    });

    it("pays the whole amount years later", async () => {
      const { stakeWeight, token, alice, amount, unlockEnd } = await loadFixture(unlocking);
      await nextAt(unlockEnd + 520n * WEEK);
      await expect(stakeWeight.connect(alice).withdraw()).to.changeTokenBalance(token, alice, amount);
    });

    it("returns the amount", async () => {
      const { stakeWeight, alice, amount } = await loadFixture(unlocked);
      expect(await stakeWeight.connect(alice).withdraw.staticCall()).to.equal(amount);
    });

    it("emits Withdrawn", async () => {
      const { stakeWeight, alice, amount } = await loadFixture(unlocked);
      await expect(stakeWeight.connect(alice).withdraw()).to.emit(stakeWeight, "Withdrawn").withArgs(alice, amount);
    });

    it("leaves no position", async () => {
      const { stakeWeight, alice } = await loadFixture(unlocked);
      await stakeWeight.connect(alice).withdraw();
      expect(await stakeWeight.positionOf(alice)).to.deep.equal([0n, 0n, 0n, 0n]);
    });

    it("takes the amount off totalStaked", async () => {
      const { stakeWeight, alice, bob } = await loadFixture(unlocked);
      await stakeWeight.connect(bob).stake(3n, 4n);
      await stakeWeight.connect(alice).withdraw();
      expect(await stakeWeight.totalStaked()).to.equal(3n);
    });

    it("leaves the weight of others alone", async () => {
      const { stakeWeight, alice, bob } = await loadFixture(unlocked);
      await stakeWeight.connect(bob).stake(3n * WCT, 4n);
      await stakeWeight.connect(alice).withdraw();
      expect(await stakeWeight.totalWeight()).to.equal(weightOf(3n * WCT, 4n * WEEK));
    });

    it("is refused a second time", async () => {
      const { stakeWeight, alice } = await loadFixture(unlocked);
      await stakeWeight.connect(alice).withdraw();
      await expect(stakeWeight.connect(alice).withdraw())
        .to.be.revertedWithCustomError(stakeWeight, "NotUnlocked")
        .withArgs(alice, 0n, 0n);
    });

    it("pays out what was added while Unlocking as well", async () => {
      const { stakeWeight, token, alice, amount, unlockEnd } = await loadFixture(unlocking);
      await stakeWeight.connect(alice).increaseAmount(9n);
      await nextAt(unlockEnd);
      await expect(stakeWeight.connect(alice).withdraw()).to.changeTokenBalance(token, alice, amount + 9n);
    });

    it("allows a new position within the same second", async () => {
      const { stakeWeight, alice, unlockEnd } = await loadFixture(unlocking);
      await inOneBlock(
        unlockEnd + 5n,
        (overrides) => stakeWeight.connect(alice).withdraw(overrides),
        (overrides) => stakeWeight.connect(alice).stake(5n * WCT, 8n, overrides),
      );
      expect(await stakeWeight.positionOf(alice)).to.deep.equal([5n * WCT, 8n, 0n, 1n]);
      expect(await stakeWeight.totalWeight()).to.equal(weightOf(5n * WCT, 8n * WEEK));
    });

    describe("given a new position afterwards", () => {
      it("stands on its own terms", async () => {
        const { stakeWeight, alice } = await loadFixture(reopened);
        expect(await stakeWeight.positionOf(alice)).to.deep.equal([7n * WCT, 4n, 0n, 1n]);
      });

      it("keeps the weights of the former one", async () => {
        const { stakeWeight, alice, amount, monday, unlockEnd } = await loadFixture(reopened);
        expect(await stakeWeight.weightAt(alice, monday - 1n)).to.equal(0n);
        expect(await stakeWeight.weightAt(alice, unlockEnd - 5n * WEEK)).to.equal(weightOf(amount, 5n * WEEK));
        expect(await stakeWeight.weightAt(alice, unlockEnd)).to.equal(0n);
        expect(await stakeWeight.weightAt(alice, unlockEnd + WEEK + 1n)).to.equal(0n);
        expect(await stakeWeight.weightAt(alice, await now())).to.equal(weightOf(7n * WCT, 4n * WEEK));
      });

      it("keeps the totals of the former one", async () => {
        const { stakeWeight, amount, unlockEnd } = await loadFixture(reopened);
        expect(await stakeWeight.totalWeightAt(unlockEnd - 5n * WEEK)).to.equal(weightOf(amount, 5n * WEEK));
        expect(await stakeWeight.totalWeightAt(unlockEnd)).to.equal(0n);
        expect(await stakeWeight.totalWeight()).to.equal(weightOf(7n * WCT, 4n * WEEK));
      });

      it("can be unlocked and withdrawn again", async () => {
        const { stakeWeight, token, alice, unlockEnd } = await loadFixture(reopened);
        await stakeWeight.connect(alice).initiateUnlock();
        await nextAt(unlockEnd + 6n * WEEK);
        await expect(stakeWeight.connect(alice).withdraw()).to.changeTokenBalance(token, alice, 7n * WCT);
      });
    });
  });
});
