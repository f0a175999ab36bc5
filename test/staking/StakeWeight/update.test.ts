import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { WCT, weightOf } from "../../support/amounts";
import { funded, locked, unlocked, unlocking } from "../../support/funded";
import { nextAt, WEEK } from "../../support/time";

describe("StakeWeight", () => {
  describe("update", () => {
    it("refuses a preset that is none", async () => {
      const { stakeWeight, alice } = await loadFixture(locked);
      await expect(stakeWeight.connect(alice).update(1n, 51n))
        .to.be.revertedWithCustomError(stakeWeight, "InvalidPreset")
        .withArgs(51n);
    });

    it("is refused without a position", async () => {
      const { stakeWeight, stranger } = await loadFixture(funded);
      await expect(stakeWeight.connect(stranger).update(1n, 52n))
        .to.be.revertedWithCustomError(stakeWeight, "NoActivePosition")
        .withArgs(stranger, 0n);
    });

    it("refuses tokens that were not approved", async () => {
      const { stakeWeight, token, alice } = await loadFixture(locked);
      await token.connect(alice).approve(stakeWeight, 0n);
      await expect(stakeWeight.connect(alice).update(1n, 104n))
        .to.be.revertedWithCustomError(token, "ERC20InsufficientAllowance")
        .withArgs(stakeWeight, 0n, 1n);
    });

    describe("when locked", () => {
      it("adds and lengthens in one transaction", async () => {
        const { stakeWeight, alice, amount } = await loadFixture(locked);
        const sent = stakeWeight.connect(alice).update(3n * WCT, 104n);
        await expect(sent)
          .to.emit(stakeWeight, "AmountIncreased")
          .withArgs(alice, alice, 3n * WCT, amount + 3n * WCT);
        await expect(sent).to.emit(stakeWeight, "Relocked").withArgs(alice, 104n);
        expect(await stakeWeight.positionOf(alice)).to.deep.equal([amount + 3n * WCT, 104n, 0n, 1n]);
      });

      it("moves the added tokens", async () => {
        const { stakeWeight, token, alice } = await loadFixture(locked);
        await expect(stakeWeight.connect(alice).update(3n * WCT, 104n)).to.changeTokenBalances(
          token,
          [alice, stakeWeight],
          [-3n * WCT, 3n * WCT],
        );
      });

      it("only lengthens with an amount of 0", async () => {
        const { stakeWeight, alice, amount } = await loadFixture(locked);
        const sent = stakeWeight.connect(alice).update(0n, 78n);
        await expect(sent).to.emit(stakeWeight, "Relocked").withArgs(alice, 78n);
        await expect(sent).not.to.emit(stakeWeight, "AmountIncreased");
        expect(await stakeWeight.positionOf(alice)).to.deep.equal([amount, 78n, 0n, 1n]);
      });

      it("only adds with the present preset", async () => {
        const { stakeWeight, alice, amount } = await loadFixture(locked);
        const sent = stakeWeight.connect(alice).update(1n, 52n);
        await expect(sent)
          .to.emit(stakeWeight, "AmountIncreased")
          .withArgs(alice, alice, 1n, amount + 1n);
        await expect(sent).not.to.emit(stakeWeight, "Relocked");
      });

      it("refuses no change at all", async () => {
        const { stakeWeight, alice } = await loadFixture(locked);
        await expect(stakeWeight.connect(alice).update(0n, 52n))
          .to.be.revertedWithCustomError(stakeWeight, "PositionUnchanged")
          .withArgs(alice, 52n);
      });

      it("refuses a shorter preset, whatever is added", async () => {
        const { stakeWeight, alice } = await loadFixture(locked);
        await expect(stakeWeight.connect(alice).update(500n * WCT, 26n))
          .to.be.revertedWithCustomError(stakeWeight, "PresetTooShort")
          .withArgs(26n, 52n * WEEK);
      });
    });

    describe("when unlocking", () => {
      it("adds and stops the decay", async () => {
        const { stakeWeight, alice, amount } = await loadFixture(unlocking);
        await stakeWeight.connect(alice).update(3n * WCT, 52n);
        expect(await stakeWeight.positionOf(alice)).to.deep.equal([amount + 3n * WCT, 52n, 0n, 1n]);
        expect(await stakeWeight.totalWeight()).to.equal(weightOf(amount + 3n * WCT, 52n * WEEK));
      });

      it("emits both events", async () => {
        const { stakeWeight, alice, amount } = await loadFixture(unlocking);
        const sent = stakeWeight.connect(alice).update(1n, 78n);
        await expect(sent)
          .to.emit(stakeWeight, "AmountIncreased")
          .withArgs(alice, alice, 1n, amount + 1n);
        await expect(sent).to.emit(stakeWeight, "Relocked").withArgs(alice, 78n);
      });

      it("stops the decay with an amount of 0", async () => {
        const { stakeWeight, alice, amount } = await loadFixture(unlocking);
        await stakeWeight.connect(alice).update(0n, 52n);
        expect(await stakeWeight.positionOf(alice)).to.deep.equal([amount, 52n, 0n, 1n]);
      });

      it("refuses a preset below the remaining lock time", async () => {
        const { stakeWeight, alice, unlockEnd } = await loadFixture(unlocking);
        await nextAt(unlockEnd - 26n * WEEK - 1n);
        await expect(stakeWeight.connect(alice).update(1n, 26n))
          .to.be.revertedWithCustomError(stakeWeight, "PresetTooShort")
          .withArgs(26n, 26n * WEEK + 1n);
      });

      it("is refused at the end", async () => {
        const { stakeWeight, alice, unlockEnd } = await loadFixture(unlocking);
        await nextAt(unlockEnd);
        await expect(stakeWeight.connect(alice).update(1n, 104n))
          .to.be.revertedWithCustomError(stakeWeight, "NoActivePosition")
          .withArgs(alice, 3n);
      });
    });

    it("is refused once Unlocked", async () => {
      const { stakeWeight, alice } = await loadFixture(unlocked);
      await expect(stakeWeight.connect(alice).update(1n, 104n))
        .to.be.revertedWithCustomError(stakeWeight, "NoActivePosition")
        .withArgs(alice, 3n);
    });
  });
});
