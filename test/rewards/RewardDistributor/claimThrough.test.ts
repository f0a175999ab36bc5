import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { MaxUint256 } from "ethers";
import { WCT } from "../../support/amounts";
import { claimExactly, equalWeights, expectShare } from "../../support/rewarded";
import { nextAt, warpTo, WEEK } from "../../support/time";

/** {@link equalWeights} with 900 WCT for each of ten weeks from `thursday`, at the end of the last; alice changed every week. */
async function tenWeeksOver() {
  const fixture = await equalWeights();
  const { stakeWeight, distributor, alice, funder, thursday } = fixture;
  await distributor.connect(funder).fundRange(thursday, 10n, 900n * WCT);
  for (let week = 0n; week < 9n; ++week) {
    await nextAt(thursday + week * WEEK + 5n);
    await stakeWeight.connect(alice).increaseAmount(100n * WCT);
  }
  await warpTo(thursday + 10n * WEEK);
  return fixture;
}

describe("RewardDistributor", () => {
  describe("claimThrough", () => {
    it("pays the weeks up to the given one, and leaves the later ones", async () => {
      const { distributor, token, bob, thursday } = await loadFixture(tenWeeksOver);
      let due = 0n;
      for (let week = 0n; week <= 3n; ++week) due += await distributor.rewardOf(bob, thursday + week * WEEK);
      const before = await token.balanceOf(bob);
      await distributor.claimThrough(bob, thursday + 3n * WEEK);
      expectShare(due, (await token.balanceOf(bob)) - before, 3n);
      expect(await distributor.firstUnclaimedWeekStart(bob)).to.equal(thursday + 4n * WEEK);
    });

    it("pays in parts what a claim pays at once", async () => {
      const fixture = await loadFixture(tenWeeksOver);
      const { distributor, token, alice, thursday } = fixture;
      const due = await distributor.claimable(alice);
      const before = await token.balanceOf(alice);
      for (const week of [0n, 4n, 8n]) await distributor.claimThrough(alice, thursday + week * WEEK);
      await claimExactly(fixture, alice);
      expectShare((await token.balanceOf(alice)) - before, due, 4n);
    });

    it("pays the last week that is over like a claim", async () => {
      const { distributor, token, alice, thursday } = await loadFixture(tenWeeksOver);
      const due = await distributor.claimable(alice);
      await nextAt(thursday + 10n * WEEK);
      await expect(distributor.claimThrough(alice, thursday + 9n * WEEK)).to.changeTokenBalance(token, alice, due);
      expect(await distributor.claimable(alice)).to.equal(0n);
    });

    it("closes the weeks up to the given one only", async () => {
      const { distributor, alice, thursday } = await loadFixture(tenWeeksOver);
      await distributor.claimThrough(alice, thursday + 3n * WEEK);
      expect(await distributor.firstOpenWeekStart()).to.equal(thursday + 4n * WEEK);
    });

    it("leaves what is closed beyond the given week as it is", async () => {
      const { distributor, alice, thursday } = await loadFixture(tenWeeksOver);
      await distributor.closeWeeks(MaxUint256);
      await distributor.claimThrough(alice, thursday + 3n * WEEK);
      expect(await distributor.firstOpenWeekStart()).to.equal(thursday + 10n * WEEK);
      expect(await distributor.firstUnclaimedWeekStart(alice)).to.equal(thursday + 4n * WEEK);
    });

    it("emits Claimed through the given week", async () => {
      const { distributor, bob, thursday } = await loadFixture(tenWeeksOver);
      const due = await distributor.claimThrough.staticCall(bob, thursday + 2n * WEEK);
      await expect(distributor.claimThrough(bob, thursday + 2n * WEEK))
        .to.emit(distributor, "Claimed")
        .withArgs(bob, bob, due, thursday + 2n * WEEK);
    });

    it("pays nothing for weeks that are claimed, and forgets nothing", async () => {
      const { distributor, token, alice, thursday } = await loadFixture(tenWeeksOver);
      await distributor.claimThrough(alice, thursday + 5n * WEEK);
      const sent = distributor.claimThrough(alice, thursday + 2n * WEEK);
      await expect(sent).to.changeTokenBalance(token, alice, 0n);
      await expect(sent).not.to.emit(distributor, "Claimed");
      expect(await distributor.firstUnclaimedWeekStart(alice)).to.equal(thursday + 6n * WEEK);
    });

    it("pays nothing for a week before the first", async () => {
      const { distributor, token, alice } = await loadFixture(tenWeeksOver);
      await expect(distributor.claimThrough(alice, 0n)).to.changeTokenBalance(token, alice, 0n);
    });

    it("pays the recipient when anyone calls", async () => {
      const { distributor, token, bob, stranger, thursday } = await loadFixture(tenWeeksOver);
      await distributor.connect(bob).setRecipient(stranger);
      const due = await distributor.claimThrough.staticCall(bob, thursday);
      await expect(distributor.connect(stranger).claimThrough(bob, thursday)).to.changeTokenBalances(
        token,
        [bob, stranger],
        [0n, due],
      );
    });

    it("works while paused", async () => {
      const { distributor, stakeWeight, pauser, bob, thursday } = await loadFixture(tenWeeksOver);
      await distributor.connect(pauser).pause();
      await stakeWeight.connect(pauser).pause();
      await expect(distributor.claimThrough(bob, thursday)).to.emit(distributor, "Claimed");
    });

    it("refuses the running week, which is over a week later", async () => {
      const { distributor, alice, thursday } = await loadFixture(tenWeeksOver);
      await expect(distributor.claimThrough(alice, thursday + 10n * WEEK))
        .to.be.revertedWithCustomError(distributor, "PeriodNotFinished")
        .withArgs(thursday + 10n * WEEK, thursday + 11n * WEEK);
    });

    it("refuses the last week there is by name", async () => {
      const { distributor, alice } = await loadFixture(tenWeeksOver);
      const last = MaxUint256 - (MaxUint256 % WEEK);
      await expect(distributor.claimThrough(alice, last))
        .to.be.revertedWithCustomError(distributor, "PeriodNotFinished")
        .withArgs(last, MaxUint256);
    });

    it("refuses a time that is no week start", async () => {
      const { distributor, alice, thursday } = await loadFixture(tenWeeksOver);
      await expect(distributor.claimThrough(alice, thursday + 1n))
        .to.be.revertedWithCustomError(distributor, "NotWeekStart")
        .withArgs(thursday + 1n);
    });
  });
});
