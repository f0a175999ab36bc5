import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { WCT } from "../../support/amounts";
import { DAY, nextAt, now, warpTo, WEEK } from "../../support/time";
import { finalize, fundedWallets, wallets } from "../../support/wallets";

describe("WalletRewards", () => {
  describe("setCertified", () => {
    it("certifies and revokes", async () => {
      const { rewards, certifier } = await loadFixture(wallets);
      await expect(rewards.connect(certifier).setCertified(2n, true))
        .to.emit(rewards, "CertifiedSet")
        .withArgs(2n, true);
      expect(await rewards.isCertified(2n)).to.equal(true);
      expect((await rewards.walletOf(2n)).isCertified).to.equal(true);
      await expect(rewards.connect(certifier).setCertified(2n, false))
        .to.emit(rewards, "CertifiedSet")
        .withArgs(2n, false);
      expect(await rewards.isCertified(2n)).to.equal(false);
    });

    it("leaves other wallets as they are", async () => {
      const { rewards, certifier } = await loadFixture(wallets);
      await rewards.connect(certifier).setCertified(2n, true);
      expect(await Promise.all([1n, 3n].map((walletId) => rewards.isCertified(walletId)))).to.deep.equal([
        false,
        false,
      ]);
    });

    it("is remembered by the second", async () => {
      const { rewards, certifier, end } = await loadFixture(wallets);
      const [granted, revoked] = [end - 10n * DAY, end - 2n * DAY];
      await nextAt(granted);
      await rewards.connect(certifier).setCertified(1n, true);
      await nextAt(revoked);
      await rewards.connect(certifier).setCertified(1n, false);
      for (const [timestamp, expected] of [
        [0n, false],
        [granted - 1n, false],
        [granted, true],
        [revoked - 1n, true],
        [revoked, false],
        [2n ** 256n - 1n, false],
      ] as const) {
        expect(await rewards.isCertifiedAt(1n, timestamp)).to.equal(expected);
      }
    });

    it("is told for the future as it is now", async () => {
      const { rewards, certifier } = await loadFixture(wallets);
      await rewards.connect(certifier).setCertified(1n, true);
      for (const timestamp of [2n ** 48n - 1n, 2n ** 48n, 2n ** 256n - 1n]) {
        expect(await rewards.isCertifiedAt(1n, timestamp)).to.equal(true);
      }
    });

    it("ends as the last change of a second left it", async () => {
      const { rewards, certifier } = await loadFixture(wallets);
      const second = (await now()) + 10n;
      await nextAt(second);
      await rewards.connect(certifier).setCertified(1n, true);
      await nextAt(second);
      await rewards.connect(certifier).setCertified(1n, false);
      expect(await rewards.isCertifiedAt(1n, second)).to.equal(false);
    });

    it("refuses what changes nothing", async () => {
      const { rewards, certifier } = await loadFixture(wallets);
      await expect(rewards.connect(certifier).setCertified(1n, false))
        .to.be.revertedWithCustomError(rewards, "CertificationUnchanged")
        .withArgs(1n, false);
      await rewards.connect(certifier).setCertified(1n, true);
      await expect(rewards.connect(certifier).setCertified(1n, true))
        .to.be.revertedWithCustomError(rewards, "CertificationUnchanged")
        .withArgs(1n, true);
    });

    it("refuses wallets that are not registered", async () => {
      const { rewards, certifier } = await loadFixture(wallets);
      for (const walletId of [0n, 4n, 2n ** 32n + 1n]) {
        await expect(rewards.connect(certifier).setCertified(walletId, true))
          .to.be.revertedWithCustomError(rewards, "UnknownWallet")
          .withArgs(walletId);
      }
    });

    it("is for the certifier", async () => {
      const { rewards, admin, alice } = await loadFixture(wallets);
      for (const caller of [admin, alice]) {
        await expect(rewards.connect(caller).setCertified(1n, true))
          .to.be.revertedWithCustomError(rewards, "AccessControlUnauthorizedAccount")
          .withArgs(caller, await rewards.CERTIFIER_ROLE());
      }
    });
  });

  describe("setCertifiedShare", () => {
    it("takes effect from the next period on", async () => {
      const { rewards, admin, period } = await loadFixture(wallets);
      await expect(rewards.connect(admin).setCertifiedShare(9_000n))
        .to.emit(rewards, "CertifiedShareSet")
        .withArgs(period + 1n, 9_000n);
      expect(await rewards.certifiedShareAt(period)).to.equal(7_000n);
      expect(await rewards.certifiedShareAt(period + 1n)).to.equal(9_000n);
      for (const later of [period + 100n, 2n ** 48n, 2n ** 256n - 1n]) {
        expect(await rewards.certifiedShareAt(later)).to.equal(9_000n);
      }
    });

    it("splits funding by the share of its period, whenever it was funded", async () => {
      const { rewards, admin, funder, period } = await loadFixture(wallets);
      await rewards.connect(funder).fundRange(period, 2n, 100n * WCT);
      await rewards.connect(admin).setCertifiedShare(9_000n);
      expect(await rewards.budgetOf(period)).to.deep.equal([30n * WCT, 70n * WCT]);
      expect(await rewards.budgetOf(period + 1n)).to.deep.equal([40n * WCT, 160n * WCT]);
    });

    it("leaves a period as it was that is over and not finalized", async () => {
      const fixture = await loadFixture(fundedWallets);
      const { rewards, admin, end } = fixture;
      await warpTo(end);
      await rewards.connect(admin).setCertifiedShare(10_000n);
      await finalize(fixture, {});
      expect(await rewards.carried()).to.deep.equal([300n * WCT, 700n * WCT]);
    });

    it("gives everything to the certified pool at 10,000", async () => {
      const fixture = await loadFixture(wallets);
      const { rewards, admin, funder, certifier, period, end } = fixture;
      await rewards.connect(admin).setCertifiedShare(10_000n);
      await rewards.connect(funder).fund(period + 1n, 100n * WCT);
      await rewards.connect(certifier).setCertified(1n, true);
      await warpTo(end + 4n * WEEK);
      await finalize({ ...fixture, period: period + 1n }, { 1: 200_000n, 2: 200_000n });
      expect(await rewards.owedTo(1n)).to.equal(30n * WCT);
      expect(await rewards.owedTo(2n)).to.equal(0n);
    });

    it("takes the last value that was set", async () => {
      const { rewards, admin, period } = await loadFixture(wallets);
      await rewards.connect(admin).setCertifiedShare(9_000n);
      await rewards.connect(admin).setCertifiedShare(6_000n);
      expect(await rewards.certifiedShareAt(period + 1n)).to.equal(6_000n);
    });

    it("accepts 5,001 and refuses what is outside 5,001..10,000", async () => {
      const { rewards, admin } = await loadFixture(wallets);
      await rewards.connect(admin).setCertifiedShare(5_001n);
      for (const shareBps of [0n, 5_000n, 10_001n, 2n ** 256n - 1n]) {
        await expect(rewards.connect(admin).setCertifiedShare(shareBps))
          .to.be.revertedWithCustomError(rewards, "InvalidCertifiedShare")
          .withArgs(shareBps, 5_001n, 10_000n);
      }
    });

    it("is for the administrator", async () => {
      const { rewards, certifier, pauser } = await loadFixture(wallets);
      for (const caller of [certifier, pauser]) {
        await expect(rewards.connect(caller).setCertifiedShare(9_000n))
          .to.be.revertedWithCustomError(rewards, "AccessControlUnauthorizedAccount")
          .withArgs(caller, await rewards.DEFAULT_ADMIN_ROLE());
      }
    });
  });
});
