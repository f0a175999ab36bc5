import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { WCT } from "../../support/amounts";
import { funded } from "../../support/funded";
import { claimExactly, equalWeights, expectShare, oneWeekOver } from "../../support/rewarded";
import { DAY, HOUR, nextAt, warpTo, WEEK } from "../../support/time";

describe("RewardDistributor", () => {
  describe("claim", () => {
    it("pays each its share of the weight", async () => {
      const fixture = await loadFixture(oneWeekOver);
      for (const account of [fixture.alice, fixture.bob, fixture.carol]) {
        expectShare(await claimExactly(fixture, account), fixture.share);
      }
    });

    it("shares in exact proportion to unequal weights", async () => {
      const fixture = await loadFixture(funded);
      const { stakeWeight, distributor, alice, bob, carol, funder, thursday } = fixture;
      await stakeWeight.connect(alice).stake(1n * WCT, 4n);
      await stakeWeight.connect(bob).stake(3n * WCT, 104n);
      await stakeWeight.connect(carol).stake(7n * WCT, 26n);
      await distributor.connect(funder).fund(thursday, 498n * WCT);
      await warpTo(thursday + WEEK);
      expectShare(await claimExactly(fixture, alice), 4n * WCT);
      expectShare(await claimExactly(fixture, bob), 312n * WCT);
      expectShare(await claimExactly(fixture, carol), 182n * WCT);
    });

    it("emits Claimed through the last week that is over", async () => {
      const { distributor, alice, thursday } = await loadFixture(oneWeekOver);
      const due = await distributor.claimable(alice);
      await expect(distributor.claim(alice)).to.emit(distributor, "Claimed").withArgs(alice, alice, due, thursday);
    });

    it("returns what it pays", async () => {
      const { distributor, alice } = await loadFixture(oneWeekOver);
      expect(await distributor.claim.staticCall(alice)).to.equal(await distributor.claimable(alice));
    });

    it("adds up in totalPaid", async () => {
      const fixture = await loadFixture(oneWeekOver);
      const paid = (await claimExactly(fixture, fixture.alice)) + (await claimExactly(fixture, fixture.bob));
      expect(await fixture.distributor.totalPaid()).to.equal(paid);
    });

    it("pays to the account when anyone else calls", async () => {
      const { distributor, token, alice, stranger } = await loadFixture(oneWeekOver);
      const due = await distributor.claimable(alice);
      await expect(distributor.connect(stranger).claim(alice)).to.changeTokenBalances(
        token,
        [alice, stranger],
        [due, 0n],
      );
    });

    it("pays nothing a second time, without an error or an event", async () => {
      const { distributor, token, alice } = await loadFixture(oneWeekOver);
      await distributor.claim(alice);
      const sent = distributor.claim(alice);
      await expect(sent).to.changeTokenBalance(token, alice, 0n);
      await expect(sent).not.to.emit(distributor, "Claimed");
    });

    it("pays nothing to an account that never staked", async () => {
      const { distributor, token, stranger } = await loadFixture(oneWeekOver);
      await expect(distributor.claim(stranger)).to.changeTokenBalance(token, stranger, 0n);
    });

    it("pays nothing for the running week", async () => {
      const { distributor, funder, alice, thursday } = await loadFixture(equalWeights);
      await distributor.connect(funder).fund(thursday, 900n * WCT);
      await warpTo(thursday + WEEK - 1n);
      expect(await distributor.claimable(alice)).to.equal(0n);
    });

    it("pays the same to who claims weekly as to who claims once, up to rounding", async () => {
      const fixture = await loadFixture(equalWeights);
      const { distributor, funder, alice, bob, thursday } = fixture;
      await distributor.connect(funder).fundRange(thursday, 10n, 100n * WCT + 7n);
      let paid = 0n;
      for (let week = 1n; week <= 10n; ++week) {
        await warpTo(thursday + week * WEEK);
        paid += await claimExactly(fixture, alice);
      }
      const once = await claimExactly(fixture, bob);
      expect(once - paid).to.be.within(0n, 10n);
    });

    it("never expires", async () => {
      const fixture = await loadFixture(oneWeekOver);
      await warpTo(fixture.thursday + 300n * WEEK);
      expectShare(await claimExactly(fixture, fixture.alice), fixture.share);
    });

    it("pays a first claim years after the stake, week for week", async () => {
      const fixture = await loadFixture(equalWeights);
      const { distributor, funder, alice, thursday } = fixture;
      for (let year = 0n; year < 4n; ++year) {
        await nextAt(thursday + year * 52n * WEEK);
        await distributor.connect(funder).fundRange(thursday + year * 52n * WEEK, 52n, 9n * WCT);
      }
      await warpTo(thursday + 4n * 52n * WEEK);
      expectShare(await claimExactly(fixture, alice), 4n * 52n * 3n * WCT);
    });

    it("does not depend on the claims of others", async () => {
      const fixture = await loadFixture(oneWeekOver);
      const due = await fixture.distributor.claimable(fixture.carol);
      await fixture.distributor.claimMany([fixture.alice, fixture.bob]);
      expect(await claimExactly(fixture, fixture.carol)).to.equal(due);
    });

    it("leaves less than one wei per claim behind", async () => {
      const { distributor, token, alice, bob, carol } = await loadFixture(oneWeekOver);
      await distributor.claimMany([alice, bob, carol]);
      expect(await token.balanceOf(distributor)).to.be.within(0n, 3n);
    });

    describe("given a position of Wednesday 23:00 with a preset of 4 weeks", () => {
      it("counts for the week from Thursday 00:00", async () => {
        const fixture = await loadFixture(funded);
        const { stakeWeight, distributor, alice, funder, thursday } = fixture;
        await distributor.connect(funder).fund(thursday, 10n * WCT);
        await nextAt(thursday - HOUR);
        await stakeWeight.connect(alice).stake(WCT, 4n);
        await warpTo(thursday + WEEK);
        expectShare(await claimExactly(fixture, alice), 10n * WCT);
      });
    });

    describe("given a position of Thursday 01:00", () => {
      it("does not count for that week", async () => {
        const fixture = await loadFixture(equalWeights);
        const { stakeWeight, distributor, operator, funder, thursday } = fixture;
        await distributor.connect(funder).fundRange(thursday, 2n, 10n * WCT);
        await nextAt(thursday + HOUR);
        await stakeWeight.connect(operator).stake(1_000_000n * WCT, 4n);
        await warpTo(thursday + WEEK);
        expect(await distributor.claimable(operator)).to.equal(0n);
        await warpTo(thursday + 2n * WEEK);
        expect(await distributor.claimable(operator)).to.be.above(9n * WCT);
      });
    });

    describe("given an unlock of a Monday with a preset of 12 weeks", () => {
      it("pays 11 Thursdays, with decaying weight, the last with 1 week left", async () => {
        const fixture = await loadFixture(equalWeights);
        const { stakeWeight, distributor, operator, funder, thursday } = fixture;
        await distributor.connect(funder).fundRange(thursday, 14n, 1_000n * WCT);
        await stakeWeight.connect(operator).stake(1_000n * WCT, 12n);
        await nextAt(thursday - 2n * DAY);
        await stakeWeight.connect(operator).initiateUnlock();
        await warpTo(thursday + 14n * WEEK);
        for (let week = 0n; week < 13n; ++week) {
          const remaining = week < 11n ? 11n - week : 0n;
          const exact = (1_000n * WCT * 1_000n * remaining) / (156_000n + 1_000n * remaining);
          expectShare(await distributor.rewardOf(operator, thursday + week * WEEK), exact);
        }
        expect(await distributor.rewardOf(operator, thursday + 10n * WEEK)).to.be.above(0n);
        expect(await distributor.rewardOf(operator, thursday + 11n * WEEK)).to.equal(0n);
        await claimExactly(fixture, operator);
      });
    });
  });

  describe("claimMany", () => {
    it("pays every account", async () => {
      const { distributor, token, alice, bob, carol } = await loadFixture(oneWeekOver);
      const dues = await Promise.all([alice, bob, carol].map((account) => distributor.claimable(account)));
      await expect(distributor.claimMany([alice, bob, carol])).to.changeTokenBalances(token, [alice, bob, carol], dues);
    });

    it("returns the sum", async () => {
      const { distributor, alice, bob } = await loadFixture(oneWeekOver);
      const sum = (await distributor.claimable(alice)) + (await distributor.claimable(bob));
      expect(await distributor.claimMany.staticCall([alice, bob])).to.equal(sum);
    });

    it("pays an account that is named twice once", async () => {
      const { distributor, token, alice } = await loadFixture(oneWeekOver);
      const due = await distributor.claimable(alice);
      await expect(distributor.claimMany([alice, alice])).to.changeTokenBalance(token, alice, due);
    });

    it("pays past accounts that are due nothing", async () => {
      const { distributor, token, alice, stranger } = await loadFixture(oneWeekOver);
      const due = await distributor.claimable(alice);
      await expect(distributor.claimMany([stranger, alice])).to.changeTokenBalances(
        token,
        [stranger, alice],
        [0n, due],
      );
    });

    it("closes weeks even for nobody", async () => {
      const { distributor, thursday } = await loadFixture(oneWeekOver);
      await distributor.claimMany([]);
      expect(await distributor.firstOpenWeekStart()).to.equal(thursday + WEEK);
    });

    it("emits Claimed per account", async () => {
      const { distributor, alice, bob, thursday } = await loadFixture(oneWeekOver);
      const sent = distributor.claimMany([alice, bob]);
      for (const account of [alice, bob]) {
        await expect(sent)
          .to.emit(distributor, "Claimed")
          .withArgs(account, account, await distributor.rewardOf(account, thursday), thursday);
      }
    });
  });

  describe("firstUnclaimedWeekStart", () => {
    it("is 0 before the first claim", async () => {
      const { distributor, alice } = await loadFixture(oneWeekOver);
      expect(await distributor.firstUnclaimedWeekStart(alice)).to.equal(0n);
    });

    it("is the running week after a claim", async () => {
      const { distributor, alice, thursday } = await loadFixture(oneWeekOver);
      await distributor.claim(alice);
      expect(await distributor.firstUnclaimedWeekStart(alice)).to.equal(thursday + WEEK);
    });
  });
});
