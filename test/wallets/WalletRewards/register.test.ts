import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { finalize, periodOver, wallets } from "../../support/wallets";

describe("WalletRewards", () => {
  describe("register", () => {
    it("emits Registered", async () => {
      const { rewards, stranger, alicePayout } = await loadFixture(wallets);
      await expect(rewards.connect(stranger).register(alicePayout))
        .to.emit(rewards, "Registered")
        .withArgs(4n, stranger, alicePayout);
    });

    it("returns the number of the wallet, from 1 on in order", async () => {
      const { rewards, alice, bob, carol, stranger } = await loadFixture(wallets);
      expect(await rewards.connect(stranger).register.staticCall(stranger)).to.equal(4n);
      expect(await Promise.all([alice, bob, carol].map((owner) => rewards.idOf(owner)))).to.deep.equal([1n, 2n, 3n]);
      expect(await rewards.walletCount()).to.equal(3n);
    });

    it("keeps the owner and the payout address", async () => {
      const { rewards, alice, alicePayout } = await loadFixture(wallets);
      expect(await rewards.walletOf(1n)).to.deep.equal([alice.address, alicePayout.address, 0n, false]);
    });

    it("gives 0 to whoever did not register", async () => {
      const { rewards, stranger } = await loadFixture(wallets);
      expect(await rewards.idOf(stranger)).to.equal(0n);
      expect(await rewards.walletOf(4n)).to.deep.equal([ZeroAddress, ZeroAddress, 0n, false]);
    });

    it("is possible once", async () => {
      const { rewards, bob } = await loadFixture(wallets);
      await expect(rewards.connect(bob).register(bob))
        .to.be.revertedWithCustomError(rewards, "AlreadyRegistered")
        .withArgs(bob, 2n);
    });

    it("refuses the zero address and the contract itself as payout", async () => {
      const { rewards, stranger } = await loadFixture(wallets);
      for (const payout of [ZeroAddress, await rewards.getAddress()]) {
        await expect(rewards.connect(stranger).register(payout))
          .to.be.revertedWithCustomError(rewards, "InvalidPayout")
          .withArgs(payout);
      }
    });

    it("lets a wallet be counted that registered after the period's end", async () => {
      const fixture = await loadFixture(periodOver);
      await fixture.rewards.connect(fixture.stranger).register(fixture.stranger);
      await finalize(fixture, { 4: 200_000n });
      expect(await fixture.rewards.owedTo(4n)).to.equal(300n * 10n ** 18n);
    });
  });

  describe("setPayout", () => {
    it("changes where the pay goes", async () => {
      const { rewards, alice, stranger } = await loadFixture(wallets);
      await expect(rewards.connect(alice).setPayout(stranger)).to.emit(rewards, "PayoutSet").withArgs(1n, stranger);
      expect(await rewards.walletOf(1n)).to.deep.equal([alice.address, stranger.address, 0n, false]);
    });

    it("keeps what is owed", async () => {
      const fixture = await loadFixture(periodOver);
      const { rewards, token, alice, alicePayout, stranger } = fixture;
      await finalize(fixture, { 1: 200_000n });
      const owed = await rewards.owedTo(1n);
      await rewards.connect(alice).setPayout(stranger);
      expect(await rewards.owedTo(1n)).to.equal(owed);
      await expect(rewards.claim(1n)).to.changeTokenBalances(token, [stranger, alicePayout], [owed, 0n]);
    });

    it("is for those who registered", async () => {
      const { rewards, stranger, alicePayout } = await loadFixture(wallets);
      for (const caller of [stranger, alicePayout]) {
        await expect(rewards.connect(caller).setPayout(stranger))
          .to.be.revertedWithCustomError(rewards, "NotRegistered")
          .withArgs(caller);
      }
    });

    it("changes the caller's own wallet only", async () => {
      const { rewards, bob, alicePayout, carolPayout } = await loadFixture(wallets);
      await rewards.connect(bob).setPayout(bob);
      expect((await rewards.walletOf(1n)).payout).to.equal(alicePayout.address);
      expect((await rewards.walletOf(3n)).payout).to.equal(carolPayout.address);
    });

    it("refuses the zero address and the contract itself", async () => {
      const { rewards, alice } = await loadFixture(wallets);
      for (const payout of [ZeroAddress, await rewards.getAddress()]) {
        await expect(rewards.connect(alice).setPayout(payout))
          .to.be.revertedWithCustomError(rewards, "InvalidPayout")
          .withArgs(payout);
      }
    });
  });
});
