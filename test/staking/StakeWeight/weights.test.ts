import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { MaxUint256 } from "ethers";
import { WCT, weightOf } from "../../support/amounts";
import { inOneBlock } from "../../support/inOneBlock";
import { funded, unlocking } from "../../support/funded";
import { nextAt, now, warpTo, WEEK } from "../../support/time";

/** Three positions of odd amounts: alice Unlocking since week 1, bob relocked in week 3, carol ended in week 5. */
async function threePositions() {
  const fixture = await funded();
  const { stakeWeight, alice, bob, carol, thursday } = fixture;
  const amounts = {
    alice: 1_000_000_000_000_000_007n,
    bob: 33_333_333_333_333_333_333n,
    carol: 999_999_999_999_999_999n,
  };
  await stakeWeight.connect(alice).stake(amounts.alice, 26n);
  await stakeWeight.connect(bob).stake(amounts.bob, 12n);
  await stakeWeight.connect(carol).stake(amounts.carol, 4n);
  await nextAt(thursday + 100n);
  await stakeWeight.connect(alice).initiateUnlock();
  await stakeWeight.connect(bob).initiateUnlock();
  await stakeWeight.connect(carol).initiateUnlock();
  await nextAt(thursday + 2n * WEEK + 5n);
  await stakeWeight.connect(bob).relock(52n);
  await warpTo(thursday + 6n * WEEK + 12_345n);
  return { ...fixture, amounts };
}

describe("StakeWeight", () => {
  describe("weightOf", () => {
    it("is 0 without a position", async () => {
      const { stakeWeight, stranger } = await loadFixture(funded);
      expect(await stakeWeight.weightOf(stranger)).to.equal(0n);
    });

    it("is weightAt the present second", async () => {
      const { stakeWeight, alice } = await loadFixture(threePositions);
      expect(await stakeWeight.weightOf(alice)).to.equal(await stakeWeight.weightAt(alice, await now()));
    });
  });

  describe("weightAt", () => {
    it("is 0 before the first stake", async () => {
      const { stakeWeight, alice, monday } = await loadFixture(threePositions);
      expect(await stakeWeight.weightAt(alice, 0n)).to.equal(0n);
      expect(await stakeWeight.weightAt(alice, monday - 1n)).to.equal(0n);
    });

    it("is the state at the end of the second of a change", async () => {
      const { stakeWeight, alice, amounts, thursday } = await loadFixture(threePositions);
      expect(await stakeWeight.weightAt(alice, thursday + 99n)).to.equal(weightOf(amounts.alice, 26n * WEEK));
      expect(await stakeWeight.weightAt(alice, thursday + 100n)).to.equal(weightOf(amounts.alice, 26n * WEEK - 100n));
    });

    it("tells each past second exactly, through an unlock and a relock", async () => {
      const { stakeWeight, bob, amounts, thursday } = await loadFixture(threePositions);
      const end = thursday + 12n * WEEK;
      const relockedAt = thursday + 2n * WEEK + 5n;
      expect(await stakeWeight.weightAt(bob, thursday)).to.equal(weightOf(amounts.bob, 12n * WEEK));
      expect(await stakeWeight.weightAt(bob, thursday + WEEK)).to.equal(weightOf(amounts.bob, 11n * WEEK));
      expect(await stakeWeight.weightAt(bob, relockedAt - 1n)).to.equal(weightOf(amounts.bob, end - relockedAt + 1n));
      expect(await stakeWeight.weightAt(bob, relockedAt)).to.equal(weightOf(amounts.bob, 52n * WEEK));
    });

    it("projects the future from today's state", async () => {
      const { stakeWeight, alice, bob, amounts, thursday } = await loadFixture(threePositions);
      const end = thursday + 26n * WEEK;
      expect(await stakeWeight.weightAt(alice, end - 1_000n)).to.equal(weightOf(amounts.alice, 1_000n));
      expect(await stakeWeight.weightAt(bob, end)).to.equal(weightOf(amounts.bob, 52n * WEEK));
    });

    it("is 0 at 2^256 − 1 while Unlocking", async () => {
      const { stakeWeight, alice } = await loadFixture(threePositions);
      expect(await stakeWeight.weightAt(alice, MaxUint256)).to.equal(0n);
    });

    it("is the whole weight at 2^256 − 1 while Locked", async () => {
      const { stakeWeight, bob, amounts } = await loadFixture(threePositions);
      expect(await stakeWeight.weightAt(bob, MaxUint256)).to.equal(weightOf(amounts.bob, 52n * WEEK));
    });

    it("keeps the last of several changes in one second", async () => {
      const { stakeWeight, alice, thursday } = await loadFixture(funded);
      const at = thursday + 777n;
      await inOneBlock(
        at,
        (overrides) => stakeWeight.connect(alice).stake(5n * WCT, 4n, overrides),
        (overrides) => stakeWeight.connect(alice).increaseAmount(2n * WCT, overrides),
        (overrides) => stakeWeight.connect(alice).relock(26n, overrides),
        (overrides) => stakeWeight.connect(alice).initiateUnlock(overrides),
      );
      expect(await stakeWeight.weightAt(alice, at - 1n)).to.equal(0n);
      expect(await stakeWeight.weightAt(alice, at)).to.equal(weightOf(7n * WCT, 26n * WEEK - 777n));
      expect(await stakeWeight.totalWeightAt(at - 1n)).to.equal(0n);
      expect(await stakeWeight.totalWeightAt(at)).to.equal(weightOf(7n * WCT, 26n * WEEK - 777n));
    });

    it("does not change for a past second, whatever happens afterwards", async () => {
      const { stakeWeight, bob, thursday } = await loadFixture(threePositions);
      const times = [thursday - 1n, thursday, thursday + WEEK, thursday + 3n * WEEK, await now()];
      const before = await Promise.all(times.map((time) => stakeWeight.weightAt(bob, time)));
      const totals = await Promise.all(times.map((time) => stakeWeight.totalWeightAt(time)));
      await nextAt((await now()) + 1n);
      await stakeWeight.connect(bob).update(3n, 104n);
      await stakeWeight.connect(bob).initiateUnlock();
      await warpTo((await now()) + 200n * WEEK);
      expect(await Promise.all(times.map((time) => stakeWeight.weightAt(bob, time)))).to.deep.equal(before);
      expect(await Promise.all(times.map((time) => stakeWeight.totalWeightAt(time)))).to.deep.equal(totals);
    });
  });

  describe("totalWeight", () => {
    it("is 0 before the first stake", async () => {
      const { stakeWeight } = await loadFixture(funded);
      expect(await stakeWeight.totalWeight()).to.equal(0n);
    });

    it("is totalWeightAt the present second", async () => {
      const { stakeWeight } = await loadFixture(threePositions);
      expect(await stakeWeight.totalWeight()).to.equal(await stakeWeight.totalWeightAt(await now()));
    });
  });

  describe("totalWeightAt", () => {
    it("is 0 before the first stake", async () => {
      const { stakeWeight, monday } = await loadFixture(threePositions);
      expect(await stakeWeight.totalWeightAt(0n)).to.equal(0n);
      expect(await stakeWeight.totalWeightAt(monday - 1n)).to.equal(0n);
    });

    it("is what stays Locked at 2^256 − 1", async () => {
      const { stakeWeight, amounts } = await loadFixture(threePositions);
      expect(await stakeWeight.totalWeightAt(MaxUint256)).to.equal(weightOf(amounts.bob, 52n * WEEK));
    });

    it("is 0 at 2^256 − 1 once all are Unlocking", async () => {
      const { stakeWeight } = await loadFixture(unlocking);
      expect(await stakeWeight.totalWeightAt(MaxUint256)).to.equal(0n);
    });

    it("exceeds the sum of the weights by less than 1 wei per position, at every time", async () => {
      const { stakeWeight, alice, bob, carol, thursday } = await loadFixture(threePositions);
      for (let time = thursday - WEEK; time < thursday + 30n * WEEK; time += WEEK / 2n + 3_001n) {
        const weights = await Promise.all([alice, bob, carol].map((account) => stakeWeight.weightAt(account, time)));
        const sum = weights.reduce((total, weight) => total + weight, 0n);
        const excess = (await stakeWeight.totalWeightAt(time)) - sum;
        expect(excess).to.be.within(0n, 2n);
      }
    });

    it("does so in the seconds around every end", async () => {
      const { stakeWeight, alice, bob, carol, thursday } = await loadFixture(threePositions);
      for (const end of [4n, 12n, 26n].map((weeks) => thursday + weeks * WEEK)) {
        for (const time of [end - 1n, end, end + 1n]) {
          const weights = await Promise.all([alice, bob, carol].map((account) => stakeWeight.weightAt(account, time)));
          const sum = weights.reduce((total, weight) => total + weight, 0n);
          expect((await stakeWeight.totalWeightAt(time)) - sum).to.be.within(0n, 2n);
        }
      }
    });

    it("needs no upkeep over ten idle years", async () => {
      const { stakeWeight, amounts } = await loadFixture(threePositions);
      await warpTo((await now()) + 522n * WEEK);
      expect(await stakeWeight.totalWeight()).to.equal(weightOf(amounts.bob, 52n * WEEK));
    });
  });
});
