import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { weightOf } from "../../support/amounts";
import { funded, locked, unlocked, unlocking } from "../../support/funded";
import { nextAt, now, WEEK } from "../../support/time";

describe("StakeWeight", () => {
  describe("relock", () => {
    for (const preset of [0n, 53n, 105n, 2n ** 255n]) {
      it(`refuses a preset of ${preset} weeks`, async () => {
        const { stakeWeight, alice } = await loadFixture(locked);
        await expect(stakeWeight.connect(alice).relock(preset))
          .to.be.revertedWithCustomError(stakeWeight, "InvalidPreset")
          .withArgs(preset);
      });
    }

    it("is refused without a position", async () => {
      const { stakeWeight, stranger } = await loadFixture(funded);
      await expect(stakeWeight.connect(stranger).relock(52n))
        .to.be.revertedWithCustomError(stakeWeight, "NoActivePosition")
        .withArgs(stranger, 0n);
    });

    describe("when locked", () => {
      for (const preset of [78n, 104n]) {
        it(`lengthens to ${preset} weeks`, async () => {
          const { stakeWeight, alice, amount } = await loadFixture(locked);
          await stakeWeight.connect(alice).relock(preset);
          expect(await stakeWeight.positionOf(alice)).to.deep.equal([amount, preset, 0n, 1n]);
          expect(await stakeWeight.weightOf(alice)).to.equal(weightOf(amount, preset * WEEK));
        });
      }

      it("emits Relocked and nothing else of the contract", async () => {
        const { stakeWeight, alice } = await loadFixture(locked);
        const sent = stakeWeight.connect(alice).relock(104n);
        await expect(sent).to.emit(stakeWeight, "Relocked").withArgs(alice, 104n);
        await expect(sent).not.to.emit(stakeWeight, "AmountIncreased");
      });

      it("moves no tokens", async () => {
        const { stakeWeight, token, alice } = await loadFixture(locked);
        await expect(stakeWeight.connect(alice).relock(104n)).to.changeTokenBalances(
          token,
          [alice, stakeWeight],
          [0n, 0n],
        );
      });

      for (const preset of [4n, 8n, 12n, 26n]) {
        it(`refuses to shorten to ${preset} weeks`, async () => {
          const { stakeWeight, alice } = await loadFixture(locked);
          await expect(stakeWeight.connect(alice).relock(preset))
            .to.be.revertedWithCustomError(stakeWeight, "PresetTooShort")
            .withArgs(preset, 52n * WEEK);
        });
      }

      it("refuses no change at all", async () => {
        const { stakeWeight, alice } = await loadFixture(locked);
        await expect(stakeWeight.connect(alice).relock(52n))
          .to.be.revertedWithCustomError(stakeWeight, "PositionUnchanged")
          .withArgs(alice, 52n);
      });
    });

    describe("when unlocking", () => {
      it("stops the decay", async () => {
        const { stakeWeight, alice, amount } = await loadFixture(unlocking);
        await stakeWeight.connect(alice).relock(52n);
        expect(await stakeWeight.positionOf(alice)).to.deep.equal([amount, 52n, 0n, 1n]);
        expect(await stakeWeight.weightAt(alice, (await now()) + 500n * WEEK)).to.equal(weightOf(amount, 52n * WEEK));
      });

      it("stops the decay of the total", async () => {
        const { stakeWeight, alice, amount, unlockEnd } = await loadFixture(unlocking);
        await stakeWeight.connect(alice).relock(52n);
        expect(await stakeWeight.totalWeightAt(unlockEnd)).to.equal(weightOf(amount, 52n * WEEK));
      });

      it("accepts the same preset, which is a change then", async () => {
        const { stakeWeight, alice } = await loadFixture(unlocking);
        await expect(stakeWeight.connect(alice).relock(52n)).to.emit(stakeWeight, "Relocked").withArgs(alice, 52n);
      });

      it("accepts a shorter preset than the former one if less remains", async () => {
        const { stakeWeight, alice, amount, unlockEnd } = await loadFixture(unlocking);
        await nextAt(unlockEnd - 10n * WEEK);
        await stakeWeight.connect(alice).relock(12n);
        expect(await stakeWeight.positionOf(alice)).to.deep.equal([amount, 12n, 0n, 1n]);
      });

      it("accepts a preset of exactly the remaining lock time", async () => {
        const { stakeWeight, alice, amount, unlockEnd } = await loadFixture(unlocking);
        await nextAt(unlockEnd - 12n * WEEK);
        await stakeWeight.connect(alice).relock(12n);
        expect(await stakeWeight.weightOf(alice)).to.equal(weightOf(amount, 12n * WEEK));
      });

      it("refuses a preset one second shorter than the remaining lock time", async () => {
        const { stakeWeight, alice, unlockEnd } = await loadFixture(unlocking);
        await nextAt(unlockEnd - 12n * WEEK - 1n);
        await expect(stakeWeight.connect(alice).relock(12n))
          .to.be.revertedWithCustomError(stakeWeight, "PresetTooShort")
          .withArgs(12n, 12n * WEEK + 1n);
      });

      it("is allowed in the last second", async () => {
        const { stakeWeight, alice, amount, unlockEnd } = await loadFixture(unlocking);
        await nextAt(unlockEnd - 1n);
        await stakeWeight.connect(alice).relock(4n);
        expect(await stakeWeight.weightOf(alice)).to.equal(weightOf(amount, 4n * WEEK));
      });

      it("is refused at the end", async () => {
        const { stakeWeight, alice, unlockEnd } = await loadFixture(unlocking);
        await nextAt(unlockEnd);
        await expect(stakeWeight.connect(alice).relock(104n))
          .to.be.revertedWithCustomError(stakeWeight, "NoActivePosition")
          .withArgs(alice, 3n);
      });

      it("lets the unlock begin anew with the whole preset", async () => {
        const { stakeWeight, alice, unlockEnd } = await loadFixture(unlocking);
        await nextAt(unlockEnd - 12n * WEEK);
        await stakeWeight.connect(alice).relock(12n);
        await nextAt(unlockEnd);
        await stakeWeight.connect(alice).initiateUnlock();
        expect((await stakeWeight.positionOf(alice)).unlockEnd).to.equal(unlockEnd + 12n * WEEK);
      });
    });

    describe("when another position ends in the same week", () => {
      it("leaves its decay and its end alone", async () => {
        const { stakeWeight, alice, bob, amount, unlockEnd } = await loadFixture(unlocking);
        await stakeWeight.connect(bob).stake(3n * amount, 52n);
        await stakeWeight.connect(bob).initiateUnlock();
        await stakeWeight.connect(alice).relock(52n);
        const locked = weightOf(amount, 52n * WEEK);
        expect(await stakeWeight.weightAt(bob, unlockEnd - WEEK)).to.equal(weightOf(3n * amount, WEEK));
        expect((await stakeWeight.totalWeightAt(unlockEnd - WEEK)) - locked).to.be.within(
          weightOf(3n * amount, WEEK),
          weightOf(3n * amount, WEEK) + 1n,
        );
        expect(await stakeWeight.totalWeightAt(unlockEnd)).to.equal(locked);
      });

      it("leaves nothing of it behind once both relocked", async () => {
        const { stakeWeight, alice, bob, amount, unlockEnd } = await loadFixture(unlocking);
        await stakeWeight.connect(bob).stake(3n * amount, 52n);
        await stakeWeight.connect(bob).initiateUnlock();
        await stakeWeight.connect(alice).relock(52n);
        await stakeWeight.connect(bob).relock(52n);
        expect(await stakeWeight.totalWeightAt(unlockEnd)).to.equal(weightOf(4n * amount, 52n * WEEK));
      });
    });

    it("is refused once Unlocked", async () => {
      const { stakeWeight, alice } = await loadFixture(unlocked);
      await expect(stakeWeight.connect(alice).relock(104n))
        .to.be.revertedWithCustomError(stakeWeight, "NoActivePosition")
        .withArgs(alice, 3n);
    });
  });
});
