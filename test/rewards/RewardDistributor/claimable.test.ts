import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/signers";
import { expect } from "chai";
import { MaxUint256 } from "ethers";
import { WCT } from "../../support/amounts";
import { funded } from "../../support/funded";
import { claimExactly, equalWeights, oneWeekOver } from "../../support/rewarded";
import { DAY, nextAt, now, warpTo, WEEK } from "../../support/time";

/** Rewards in most weeks, two of them empty of weight, and positions in every situation. */
async function everySituation() {
  const fixture = await funded();
  const { stakeWeight, distributor, funder, alice, bob, carol, operator, thursday } = fixture;
  await distributor.connect(funder).fundRange(thursday, 40n, 13n * WCT + 1n);
  await distributor.connect(funder).fundRange(thursday + 3n * WEEK, 5n, 7n * WCT + 3n);
  // Weeks 0 and 1 roll over.
  await nextAt(thursday + 2n * WEEK - 1n);
  await stakeWeight.connect(alice).stake(11n * WCT + 1n, 8n);
  await stakeWeight.connect(bob).stake(17n * WCT + 5n, 26n);
  await nextAt(thursday + 3n * WEEK + 1n);
  await stakeWeight.connect(carol).stake(3n, 104n);
  await stakeWeight.connect(alice).increaseAmount(2n * WCT);
  await nextAt(thursday + 3n * WEEK + 2n * DAY);
  await stakeWeight.connect(alice).initiateUnlock();
  await nextAt(thursday + 3n * WEEK + 3n * DAY);
  await stakeWeight.connect(alice).relock(12n);
  await nextAt(thursday + 5n * WEEK);
  await stakeWeight.connect(bob).initiateUnlock();
  await nextAt(thursday + 8n * WEEK - 1n);
  await stakeWeight.connect(bob).increaseAmount(5n * WCT);
  await nextAt(thursday + 9n * WEEK + 7n);
  await stakeWeight.connect(alice).initiateUnlock();
  await nextAt(thursday + 22n * WEEK);
  await stakeWeight.connect(alice).withdraw();
  await nextAt(thursday + 25n * WEEK);
  await stakeWeight.connect(alice).stake(1n * WCT, 4n);
  await nextAt(thursday + 26n * WEEK + 1n);
  await stakeWeight.connect(operator).stake(9n * WCT, 4n);
  await stakeWeight.connect(operator).initiateUnlock();
  await warpTo(thursday + 45n * WEEK + 3n);
  return fixture;
}

type Fixture = Awaited<ReturnType<typeof everySituation>>;

function stakersOf({ alice, bob, carol, operator }: Fixture): HardhatEthersSigner[] {
  return [alice, bob, carol, operator];
}

async function sumOfRewards(fixture: Fixture, account: HardhatEthersSigner): Promise<bigint> {
  let sum = 0n;
  for (let weekStart = fixture.thursday; weekStart + WEEK <= (await now()); weekStart += WEEK) {
    sum += await fixture.distributor.rewardOf(account, weekStart);
  }
  return sum;
}

describe("RewardDistributor", () => {
  describe("claimable", () => {
    it("is 0 for an account that never staked", async () => {
      const { distributor, stranger } = await loadFixture(oneWeekOver);
      expect(await distributor.claimable(stranger)).to.equal(0n);
    });

    it("is 0 before any funding", async () => {
      const { distributor, alice, thursday } = await loadFixture(equalWeights);
      await warpTo(thursday + 5n * WEEK);
      expect(await distributor.claimable(alice)).to.equal(0n);
    });

    it("begins in the second in which the week is over", async () => {
      const { distributor, funder, alice, thursday } = await loadFixture(equalWeights);
      await distributor.connect(funder).fund(thursday, 9n * WCT);
      await warpTo(thursday + WEEK - 1n);
      expect(await distributor.claimable(alice)).to.equal(0n);
      await warpTo(thursday + WEEK);
      expect(await distributor.claimable(alice)).to.be.above(0n);
    });

    it("is what a claim pays in every situation, with all weeks open", async () => {
      for (const index of [0, 1, 2, 3]) {
        const fixture = await loadFixture(everySituation);
        expect(await claimExactly(fixture, stakersOf(fixture)[index]!)).to.be.above(0n);
      }
    });

    it("is what a claim pays with some of the weeks closed", async () => {
      for (const max of [1n, 4n, 5n, 13n, 30n, MaxUint256]) {
        const fixture = await loadFixture(everySituation);
        const open = await Promise.all(stakersOf(fixture).map((account) => fixture.distributor.claimable(account)));
        await fixture.distributor.closeWeeks(max);
        for (const [index, account] of stakersOf(fixture).entries()) {
          expect(await claimExactly(fixture, account)).to.equal(open[index]);
        }
      }
    });

    it("is the sum of rewardOf, plus less than 1 wei per week of rounding", async () => {
      const fixture = await loadFixture(everySituation);
      for (const account of stakersOf(fixture)) {
        const due = await fixture.distributor.claimable(account);
        expect(due - (await sumOfRewards(fixture, account))).to.be.within(0n, 45n);
      }
    });

    it("is all of the funding together, up to rounding", async () => {
      const fixture = await loadFixture(everySituation);
      const dues = await Promise.all(stakersOf(fixture).map((account) => fixture.distributor.claimable(account)));
      const sum = dues.reduce((total, due) => total + due, 0n);
      const total = await fixture.distributor.totalFunded();
      // carol's 3 wei keep weight in every week from the third on, so nothing is left over.
      expect(total - sum).to.be.within(0n, 40n);
    });

    it("is paid in parts without loss or gain beyond rounding", async () => {
      const fixture = await loadFixture(everySituation);
      const { distributor, stakeWeight, funder, alice, bob } = fixture;
      const start = (await now()) - ((await now()) % WEEK) + WEEK;
      const before = await claimExactly(fixture, bob);
      expect(before).to.be.above(0n);
      await distributor.connect(funder).fundRange(start, 6n, 10n * WCT);
      let paid = await claimExactly(fixture, alice);
      for (let week = 1n; week <= 6n; ++week) {
        await nextAt(start + week * WEEK - DAY);
        await stakeWeight.connect(alice).increaseAmount(week);
        await warpTo(start + week * WEEK);
        paid += await claimExactly(fixture, alice);
      }
      expect(paid).to.be.above(59n * WCT);
    });
  });

  describe("rewardOf", () => {
    it("is the share of one week, claimed or not", async () => {
      const { distributor, alice, thursday, share } = await loadFixture(oneWeekOver);
      expect(await distributor.rewardOf(alice, thursday)).to.be.within(share - 1n, share);
      await distributor.claim(alice);
      expect(await distributor.rewardOf(alice, thursday)).to.be.within(share - 1n, share);
    });

    it("is the same before and after the closing", async () => {
      const fixture = await loadFixture(everySituation);
      const { distributor, alice, thursday } = fixture;
      const read = () =>
        Promise.all(
          Array.from({ length: 44 }, (_, week) => distributor.rewardOf(alice, thursday + BigInt(week) * WEEK)),
        );
      const open = await read();
      await distributor.closeWeeks(7n);
      expect(await read()).to.deep.equal(open);
      await distributor.closeWeeks(MaxUint256);
      expect(await read()).to.deep.equal(open);
    });

    it("is 0 in week 0 and before the deployment", async () => {
      const { distributor, alice, thursday } = await loadFixture(oneWeekOver);
      expect(await distributor.rewardOf(alice, 0n)).to.equal(0n);
      expect(await distributor.rewardOf(alice, thursday - 500n * WEEK)).to.equal(0n);
    });

    it("refuses a week that is not over", async () => {
      const { distributor, alice, thursday } = await loadFixture(oneWeekOver);
      await expect(distributor.rewardOf(alice, thursday + WEEK))
        .to.be.revertedWithCustomError(distributor, "PeriodNotFinished")
        .withArgs(thursday + WEEK, thursday + 2n * WEEK);
    });

    it("refuses the last week that there is by name", async () => {
      const { distributor, alice } = await loadFixture(oneWeekOver);
      const last = MaxUint256 - (MaxUint256 % WEEK);
      await expect(distributor.rewardOf(alice, last)).to.be.revertedWithCustomError(distributor, "PeriodNotFinished");
    });

    it("refuses a time that is no week's start", async () => {
      const { distributor, alice, thursday } = await loadFixture(oneWeekOver);
      await expect(distributor.rewardOf(alice, thursday + 1n))
        .to.be.revertedWithCustomError(distributor, "NotWeekStart")
        .withArgs(thursday + 1n);
    });
  });

  describe("rewardForPeriod", () => {
    it("is what was funded while the week is open", async () => {
      const { distributor, thursday } = await loadFixture(oneWeekOver);
      expect(await distributor.rewardForPeriod(thursday)).to.equal(900n * WCT);
    });

    it("is the same to the wei once the week is closed", async () => {
      const { distributor, funder, thursday } = await loadFixture(equalWeights);
      for (const [index, reward] of [1n, 2n, 3n, 999_999_999_999_999_999n, 10n ** 24n + 7n].entries()) {
        await distributor.connect(funder).fund(thursday + BigInt(index) * WEEK, reward);
      }
      await warpTo(thursday + 6n * WEEK);
      await distributor.closeWeeks(MaxUint256);
      for (const [index, reward] of [1n, 2n, 3n, 999_999_999_999_999_999n, 10n ** 24n + 7n, 0n].entries()) {
        expect(await distributor.rewardForPeriod(thursday + BigInt(index) * WEEK)).to.equal(reward);
      }
    });

    it("is 0 for a closed week that handed its reward on, which the next one has", async () => {
      const fixture = await loadFixture(everySituation);
      const { distributor, thursday } = fixture;
      await distributor.closeWeeks(MaxUint256);
      expect(await distributor.rewardForPeriod(thursday)).to.equal(0n);
      expect(await distributor.rewardForPeriod(thursday + WEEK)).to.equal(0n);
      expect(await distributor.rewardForPeriod(thursday + 2n * WEEK)).to.equal(3n * (13n * WCT + 1n));
      expect(await distributor.rewardForPeriod(thursday + 3n * WEEK)).to.equal(20n * WCT + 4n);
    });

    it("is 0 in week 0, before the deployment and in an unfunded future", async () => {
      const { distributor, thursday } = await loadFixture(oneWeekOver);
      await distributor.closeWeeks(MaxUint256);
      expect(await distributor.rewardForPeriod(0n)).to.equal(0n);
      expect(await distributor.rewardForPeriod(WEEK)).to.equal(0n);
      expect(await distributor.rewardForPeriod(thursday + 900n * WEEK)).to.equal(0n);
    });

    it("refuses a time that is no week's start", async () => {
      const { distributor, thursday } = await loadFixture(oneWeekOver);
      await expect(distributor.rewardForPeriod(thursday - 1n))
        .to.be.revertedWithCustomError(distributor, "NotWeekStart")
        .withArgs(thursday - 1n);
    });
  });
});
