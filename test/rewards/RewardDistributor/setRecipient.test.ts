import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { oneWeekOver } from "../../support/rewarded";

/** {@link oneWeekOver}, where alice sends her rewards to the stranger. */
async function redirected() {
  const fixture = await oneWeekOver();
  await fixture.distributor.connect(fixture.alice).setRecipient(fixture.stranger);
  return fixture;
}

describe("RewardDistributor", () => {
  describe("setRecipient", () => {
    it("sends the caller's rewards elsewhere", async () => {
      const { distributor, token, alice, stranger } = await loadFixture(redirected);
      const due = await distributor.claimable(alice);
      await expect(distributor.claim(alice)).to.changeTokenBalances(token, [alice, stranger], [0n, due]);
    });

    it("emits RecipientSet", async () => {
      const { distributor, alice, stranger } = await loadFixture(oneWeekOver);
      await expect(distributor.connect(alice).setRecipient(stranger))
        .to.emit(distributor, "RecipientSet")
        .withArgs(alice, stranger);
    });

    it("names the recipient in Claimed", async () => {
      const { distributor, alice, stranger, thursday } = await loadFixture(redirected);
      const due = await distributor.claimable(alice);
      await expect(distributor.claim(alice)).to.emit(distributor, "Claimed").withArgs(alice, stranger, due, thursday);
    });

    it("gives the recipient no claim of its own", async () => {
      const { distributor, stranger } = await loadFixture(redirected);
      expect(await distributor.claimable(stranger)).to.equal(0n);
    });

    it("is reset by the caller's own address", async () => {
      const { distributor, token, alice } = await loadFixture(redirected);
      await expect(distributor.connect(alice).setRecipient(alice))
        .to.emit(distributor, "RecipientSet")
        .withArgs(alice, alice);
      expect(await distributor.recipientOf(alice)).to.equal(alice.address);
      const due = await distributor.claimable(alice);
      await expect(distributor.claim(alice)).to.changeTokenBalance(token, alice, due);
    });

    it("keeps what was claimed before", async () => {
      const { distributor, alice, bob, thursday } = await loadFixture(redirected);
      await distributor.claim(alice);
      await distributor.connect(alice).setRecipient(bob);
      expect(await distributor.claimable(alice)).to.equal(0n);
      expect(await distributor.firstUnclaimedWeekStart(alice)).to.be.above(thursday);
    });

    it("survives a claim", async () => {
      const { distributor, alice, stranger } = await loadFixture(redirected);
      await distributor.claim(alice);
      expect(await distributor.recipientOf(alice)).to.equal(stranger.address);
    });

    it("counts in claimMany as well", async () => {
      const { distributor, token, alice, bob, stranger } = await loadFixture(redirected);
      const [dueToAlice, dueToBob] = [await distributor.claimable(alice), await distributor.claimable(bob)];
      await expect(distributor.claimMany([alice, bob])).to.changeTokenBalances(
        token,
        [alice, bob, stranger],
        [0n, dueToBob, dueToAlice],
      );
    });

    it("refuses the zero address, the distributor and StakeWeight", async () => {
      const { distributor, stakeWeight, alice } = await loadFixture(oneWeekOver);
      for (const recipient of [ZeroAddress, distributor, stakeWeight]) {
        await expect(distributor.connect(alice).setRecipient(recipient))
          .to.be.revertedWithCustomError(distributor, "InvalidRecipient")
          .withArgs(recipient);
      }
    });
  });

  describe("recipientOf", () => {
    it("is the account itself at first", async () => {
      const { distributor, alice, stranger } = await loadFixture(oneWeekOver);
      expect(await distributor.recipientOf(alice)).to.equal(alice.address);
      expect(await distributor.recipientOf(stranger)).to.equal(stranger.address);
    });
  });
});
