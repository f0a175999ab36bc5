import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { MaxUint256 } from "ethers";
import { WCT, weightOf } from "../../support/amounts";
import { inOneBlock } from "../../support/inOneBlock";
import { funded, locked, unlocking } from "../../support/funded";
import { nextAt, warpTo, WEEK } from "../../support/time";

const lastWeekStart = MaxUint256 - (MaxUint256 % WEEK);

/** Stakes in the second before a Thursday, in that second and in the one after it. */
async function aroundThursday() {
  const fixture = await funded();
  const { stakeWeight, alice, bob, carol, thursday } = fixture;
  await nextAt(thursday - 1n);
  await stakeWeight.connect(alice).stake(1n * WCT, 52n);
  await nextAt(thursday);
  await stakeWeight.connect(bob).stake(2n * WCT, 52n);
  await nextAt(thursday + 1n);
  await stakeWeight.connect(carol).stake(4n * WCT, 52n);
  return fixture;
}

/** Many changes over eight weeks, several of them in the same week, with idle weeks between. */
async function busyWeeks() {
  const fixture = await funded();
  const { stakeWeight, alice, bob, carol, thursday } = fixture;
  await stakeWeight.connect(alice).stake(3n * WCT, 4n);
  await stakeWeight.connect(bob).stake(5n * WCT, 8n);
  await nextAt(thursday + 10n);
  await stakeWeight.connect(alice).initiateUnlock();
  await nextAt(thursday + 20n);
  await stakeWeight.connect(bob).initiateUnlock();
  await nextAt(thursday + 30n);
  await stakeWeight.connect(carol).stake(7n * WCT, 12n);
  await nextAt(thursday + 2n * WEEK);
  await stakeWeight.connect(bob).increaseAmount(1n * WCT);
  await nextAt(thursday + 3n * WEEK - 1n);
  await stakeWeight.connect(alice).increaseAmount(2n * WCT);
  await nextAt(thursday + 5n * WEEK + 1n);
  await stakeWeight.connect(alice).withdraw();
  await nextAt(thursday + 7n * WEEK);
  await stakeWeight.connect(bob).relock(8n);
  await warpTo(thursday + 12n * WEEK);
  return fixture;
}

describe("StakeWeight", () => {
  describe("weightForPeriod", () => {
    it("counts who staked a second before the period", async () => {
      const { stakeWeight, alice, thursday } = await loadFixture(aroundThursday);
      expect(await stakeWeight.weightForPeriod(alice, thursday)).to.equal(weightOf(1n * WCT, 52n * WEEK));
    });

    it("does not count who staked in the first second of the period", async () => {
      const { stakeWeight, bob, thursday } = await loadFixture(aroundThursday);
      expect(await stakeWeight.weightForPeriod(bob, thursday)).to.equal(0n);
      expect(await stakeWeight.weightForPeriod(bob, thursday + WEEK)).to.equal(weightOf(2n * WCT, 52n * WEEK));
    });

    it("does not count who staked later in the period", async () => {
      const { stakeWeight, carol, thursday } = await loadFixture(aroundThursday);
      expect(await stakeWeight.weightForPeriod(carol, thursday)).to.equal(0n);
      expect(await stakeWeight.weightForPeriod(carol, thursday + WEEK)).to.equal(weightOf(4n * WCT, 52n * WEEK));
    });

    it("takes the remaining lock time at the start of the period", async () => {
      const { stakeWeight, alice, amount, unlockEnd } = await loadFixture(unlocking);
      expect(await stakeWeight.weightForPeriod(alice, unlockEnd - WEEK)).to.equal(weightOf(amount, WEEK));
      expect(await stakeWeight.weightForPeriod(alice, unlockEnd)).to.equal(0n);
    });

    it("takes the state before an unlock in the first second", async () => {
      const { stakeWeight, alice, amount, thursday } = await loadFixture(locked);
      await nextAt(thursday);
      await stakeWeight.connect(alice).initiateUnlock();
      expect(await stakeWeight.weightForPeriod(alice, thursday)).to.equal(weightOf(amount, 52n * WEEK));
      expect(await stakeWeight.weightForPeriod(alice, thursday + WEEK)).to.equal(weightOf(amount, 51n * WEEK));
    });

    it("is 0 in week 0", async () => {
      const { stakeWeight, alice } = await loadFixture(locked);
      expect(await stakeWeight.weightForPeriod(alice, 0n)).to.equal(0n);
    });

    it("is told for the last week that there is", async () => {
      const { stakeWeight, alice, amount } = await loadFixture(locked);
      expect(await stakeWeight.weightForPeriod(alice, lastWeekStart)).to.equal(weightOf(amount, 52n * WEEK));
    });

    it("refuses a time that is no week's start", async () => {
      const { stakeWeight, alice, thursday } = await loadFixture(locked);
      for (const time of [1n, thursday - 1n, thursday + 1n, MaxUint256]) {
        await expect(stakeWeight.weightForPeriod(alice, time))
          .to.be.revertedWithCustomError(stakeWeight, "NotWeekStart")
          .withArgs(time);
      }
    });
  });

  describe("totalWeightForPeriod", () => {
    it("counts the positions that stood strictly before the period", async () => {
      const { stakeWeight, thursday } = await loadFixture(aroundThursday);
      expect(await stakeWeight.totalWeightForPeriod(thursday)).to.equal(weightOf(1n * WCT, 52n * WEEK));
      expect(await stakeWeight.totalWeightForPeriod(thursday + WEEK)).to.equal(weightOf(7n * WCT, 52n * WEEK));
    });

    it("is 0 in week 0 and before the first stake", async () => {
      const { stakeWeight, thursday } = await loadFixture(aroundThursday);
      expect(await stakeWeight.totalWeightForPeriod(0n)).to.equal(0n);
      expect(await stakeWeight.totalWeightForPeriod(thursday - WEEK)).to.equal(0n);
    });

    it("is told for the last week that there is", async () => {
      const { stakeWeight } = await loadFixture(aroundThursday);
      expect(await stakeWeight.totalWeightForPeriod(lastWeekStart)).to.equal(weightOf(7n * WCT, 52n * WEEK));
    });

    it("refuses a time that is no week's start", async () => {
      const { stakeWeight, thursday } = await loadFixture(locked);
      await expect(stakeWeight.totalWeightForPeriod(thursday + 1n))
        .to.be.revertedWithCustomError(stakeWeight, "NotWeekStart")
        .withArgs(thursday + 1n);
    });

    it("does not depend on the order of transactions in the first second", async () => {
      const { stakeWeight, alice, bob, carol, thursday } = await loadFixture(locked);
      await inOneBlock(
        thursday,
        (overrides) => stakeWeight.connect(bob).stake(9n * WCT, 104n, overrides),
        (overrides) => stakeWeight.connect(alice).initiateUnlock(overrides),
        (overrides) => stakeWeight.connect(carol).stake(1n * WCT, 4n, overrides),
      );
      expect(await stakeWeight.totalWeightForPeriod(thursday)).to.equal(weightOf(1_000n * WCT, 52n * WEEK));
    });
  });

  describe("lineForPeriod", () => {
    it("is zero without a position", async () => {
      const { stakeWeight, stranger, thursday } = await loadFixture(funded);
      expect(await stakeWeight.lineForPeriod(stranger, thursday)).to.deep.equal([[0n, 0n], 0n]);
    });

    it("is zero in week 0", async () => {
      const { stakeWeight, alice } = await loadFixture(locked);
      expect(await stakeWeight.lineForPeriod(alice, 0n)).to.deep.equal([[0n, 0n], 0n]);
    });

    it("is zero since 0 before the first stake", async () => {
      const { stakeWeight, bob, thursday } = await loadFixture(aroundThursday);
      expect(await stakeWeight.lineForPeriod(bob, thursday)).to.deep.equal([[0n, 0n], 0n]);
    });

    it("is flat while Locked, since the first Thursday after the stake", async () => {
      const { stakeWeight, alice, amount, thursday } = await loadFixture(locked);
      expect(await stakeWeight.lineForPeriod(alice, thursday + 5n * WEEK)).to.deep.equal([
        [amount * 52n, 0n],
        thursday,
      ]);
    });

    it("falls to the end week while Unlocking", async () => {
      const { stakeWeight, alice, amount, unlockEnd, thursday } = await loadFixture(unlocking);
      expect(await stakeWeight.lineForPeriod(alice, thursday + 5n * WEEK)).to.deep.equal([
        [(amount * unlockEnd) / WEEK, amount],
        thursday,
      ]);
    });

    it("counts a change in a Thursday's first second from the next Thursday on", async () => {
      const { stakeWeight, bob, thursday } = await loadFixture(aroundThursday);
      expect(await stakeWeight.lineForPeriod(bob, thursday + WEEK)).to.deep.equal([
        [2n * WCT * 52n, 0n],
        thursday + WEEK,
      ]);
    });

    it("tells the former line with its own beginning", async () => {
      const { stakeWeight, alice, amount, thursday } = await loadFixture(locked);
      await nextAt(thursday + 5n * WEEK + 1n);
      await stakeWeight.connect(alice).relock(104n);
      expect(await stakeWeight.lineForPeriod(alice, thursday + 5n * WEEK)).to.deep.equal([
        [amount * 52n, 0n],
        thursday,
      ]);
      expect(await stakeWeight.lineForPeriod(alice, thursday + 6n * WEEK)).to.deep.equal([
        [amount * 104n, 0n],
        thursday + 6n * WEEK,
      ]);
    });

    it("is zero after the withdrawal, since the Thursday after it", async () => {
      const { stakeWeight, alice, thursday } = await loadFixture(busyWeeks);
      expect(await stakeWeight.lineForPeriod(alice, thursday + 9n * WEEK)).to.deep.equal([
        [0n, 0n],
        thursday + 6n * WEEK,
      ]);
    });

    it("refuses a time that is no week's start", async () => {
      const { stakeWeight, alice, thursday } = await loadFixture(locked);
      await expect(stakeWeight.lineForPeriod(alice, thursday - 1n))
        .to.be.revertedWithCustomError(stakeWeight, "NotWeekStart")
        .withArgs(thursday - 1n);
    });
  });

  describe("totalTokenWeeksForPeriods", () => {
    it("is empty for a count of 0", async () => {
      const { stakeWeight, thursday } = await loadFixture(locked);
      expect(await stakeWeight.totalTokenWeeksForPeriods(thursday, 0n)).to.deep.equal([]);
    });

    it("is zero before the first stake, from week 0 on", async () => {
      const { stakeWeight } = await loadFixture(locked);
      expect(await stakeWeight.totalTokenWeeksForPeriods(0n, 3n)).to.deep.equal([0n, 0n, 0n]);
    });

    it("refuses a time that is no week's start", async () => {
      const { stakeWeight, thursday } = await loadFixture(locked);
      await expect(stakeWeight.totalTokenWeeksForPeriods(thursday + 1n, 1n))
        .to.be.revertedWithCustomError(stakeWeight, "NotWeekStart")
        .withArgs(thursday + 1n);
    });

    it("falls by the amount each week to 0 at the end", async () => {
      const { stakeWeight, amount, unlockEnd } = await loadFixture(unlocking);
      expect(await stakeWeight.totalTokenWeeksForPeriods(unlockEnd - 3n * WEEK, 5n)).to.deep.equal([
        3n * amount,
        2n * amount,
        amount,
        0n,
        0n,
      ]);
    });

    it("tells weeks with several changes, one in the boundary second, and idle ones", async () => {
      const { stakeWeight, thursday } = await loadFixture(busyWeeks);
      const expected = [
        // Before; alice 3 at 4 weeks and bob 5 at 8 weeks.
        0n,
        3n * 4n + 5n * 8n,
        // Both Unlocking since the first week, carol 7 at 12 weeks.
        3n * 3n + 5n * 7n + 7n * 12n,
        // bob's 1 in the first second of this week does not count yet.
        3n * 2n + 5n * 6n + 7n * 12n,
        // alice's 2 in the second before does.
        5n * 1n + 6n * 5n + 7n * 12n,
        6n * 4n + 7n * 12n,
        6n * 3n + 7n * 12n,
        6n * 2n + 7n * 12n,
        // bob relocked in this very second.
        6n * 1n + 7n * 12n,
        6n * 8n + 7n * 12n,
        6n * 8n + 7n * 12n,
      ].map((tokens) => tokens * WCT);
      expect(await stakeWeight.totalTokenWeeksForPeriods(thursday - WEEK, 11n)).to.deep.equal(expected);
    });

    it("tells the same week by week as at once", async () => {
      const { stakeWeight, thursday } = await loadFixture(busyWeeks);
      const atOnce = await stakeWeight.totalTokenWeeksForPeriods(thursday - 2n * WEEK, 20n);
      const single = await Promise.all(
        atOnce.map((_, index) => stakeWeight.totalTokenWeeksForPeriods(thursday + (BigInt(index) - 2n) * WEEK, 1n)),
      );
      expect(single.flat()).to.deep.equal([...atOnce]);
    });

    it("is the sum of all lines in every week", async () => {
      const { stakeWeight, alice, bob, carol, thursday } = await loadFixture(busyWeeks);
      const totals = await stakeWeight.totalTokenWeeksForPeriods(thursday - WEEK, 14n);
      for (const [index, total] of totals.entries()) {
        const weekStart = thursday + (BigInt(index) - 1n) * WEEK;
        const lines = await Promise.all(
          [alice, bob, carol].map((account) => stakeWeight.lineForPeriod(account, weekStart)),
        );
        const sum = lines.reduce((tokenWeeks, [line]) => {
          const value = line.intercept - line.slope * (weekStart / WEEK);
          return tokenWeeks + (value > 0n ? value : 0n);
        }, 0n);
        expect(total).to.equal(sum);
      }
    });

    it("tells 520 weeks in one call", async () => {
      const { stakeWeight, thursday, amount } = await loadFixture(locked);
      const tokenWeeks = await stakeWeight.totalTokenWeeksForPeriods(thursday, 520n);
      expect(new Set(tokenWeeks)).to.deep.equal(new Set([amount * 52n]));
    });

    it("is told for the last week that there is", async () => {
      const { stakeWeight, amount } = await loadFixture(locked);
      expect(await stakeWeight.totalTokenWeeksForPeriods(lastWeekStart, 1n)).to.deep.equal([amount * 52n]);
    });
  });
});
