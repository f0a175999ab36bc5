import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { oneWeekOver } from "../../support/rewarded";
import { WEEK } from "../../support/time";

/** {@link oneWeekOver}, with both contracts paused. */
async function bothPaused() {
  const fixture = await oneWeekOver();
  await fixture.distributor.connect(fixture.pauser).pause();
  await fixture.stakeWeight.connect(fixture.pauser).pause();
  return fixture;
}

describe("RewardDistributor", () => {
  describe("pause", () => {
    it("is for the pauser", async () => {
      const { distributor, pauser } = await loadFixture(oneWeekOver);
      await expect(distributor.connect(pauser).pause()).to.emit(distributor, "Paused").withArgs(pauser);
    });

    it("refuses all others", async () => {
      const { distributor, admin, stranger } = await loadFixture(oneWeekOver);
      for (const caller of [admin, stranger]) {
        await expect(distributor.connect(caller).pause())
          .to.be.revertedWithCustomError(distributor, "AccessControlUnauthorizedAccount")
          .withArgs(caller, await distributor.PAUSER_ROLE());
      }
    });

    it("stops funding", async () => {
      const { distributor, token, bob, funder, thursday } = await loadFixture(bothPaused);
      await token.connect(bob).transfer(distributor, 1n);
      await expect(distributor.connect(funder).fund(thursday + WEEK, 1n)).to.be.revertedWithCustomError(
        distributor,
        "EnforcedPause",
      );
      await expect(distributor.connect(funder).fundRange(thursday + WEEK, 1n, 1n)).to.be.revertedWithCustomError(
        distributor,
        "EnforcedPause",
      );
      await expect(distributor.fundStrayTokens()).to.be.revertedWithCustomError(distributor, "EnforcedPause");
    });

    it("does not stop claims", async () => {
      const { distributor, token, alice, bob, carol } = await loadFixture(bothPaused);
      const [first, second, third] = await Promise.all([alice, bob, carol].map((one) => distributor.claimable(one)));
      await expect(distributor.claim(alice)).to.changeTokenBalance(token, alice, first);
      await expect(distributor.claimMany([bob, carol])).to.changeTokenBalances(token, [bob, carol], [second, third]);
    });

    it("does not stop a restake", async () => {
      const { distributor, stakeWeight, pauser, alice } = await loadFixture(oneWeekOver);
      await distributor.connect(pauser).pause();
      await expect(distributor.connect(alice).claimAndRestake()).to.emit(stakeWeight, "AmountIncreased");
    });

    it("does not stop closing weeks", async () => {
      const { distributor, thursday } = await loadFixture(bothPaused);
      await distributor.closeWeeks(100n);
      expect(await distributor.firstOpenWeekStart()).to.equal(thursday + WEEK);
    });

    it("does not stop setting a recipient", async () => {
      const { distributor, alice, stranger } = await loadFixture(bothPaused);
      await distributor.connect(alice).setRecipient(stranger);
      expect(await distributor.recipientOf(alice)).to.equal(stranger.address);
    });
  });

  describe("unpause", () => {
    it("is for the administrator", async () => {
      const { distributor, admin, funder, thursday } = await loadFixture(bothPaused);
      await expect(distributor.connect(admin).unpause()).to.emit(distributor, "Unpaused").withArgs(admin);
      await expect(distributor.connect(funder).fund(thursday + WEEK, 1n)).not.to.be.reverted;
    });

    it("refuses all others, the pauser among them", async () => {
      const { distributor, pauser, stranger } = await loadFixture(bothPaused);
      for (const caller of [pauser, stranger]) {
        await expect(distributor.connect(caller).unpause())
          .to.be.revertedWithCustomError(distributor, "AccessControlUnauthorizedAccount")
          .withArgs(caller, await distributor.DEFAULT_ADMIN_ROLE());
      }
    });
  });
});
