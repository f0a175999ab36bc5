import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { WCT } from "../../support/amounts";
import { warpTo, WEEK } from "../../support/time";
import { finalize, fundedWallets, wallets } from "../../support/wallets";

const PERIOD = 4n * WEEK;

/** Of periods 0 to 20 70 %, of 21 to 26 60 % are certified; nothing is funded for the next five. */
const FIRST_32 = { linear: 21n * 30n + 6n * 40n, certified: 21n * 70n + 6n * 60n };

/** {@link wallets}, where `period` and the 26 after it are funded with 100 wei each, and none of 40 was finalized. */
async function fortyMissed() {
  const fixture = await wallets();
  const { rewards, funder, admin, period, start } = fixture;
  await rewards.connect(funder).fundRange(period, 27n, 100n);
  await warpTo(start + 20n * PERIOD);
  await rewards.connect(admin).setCertifiedShare(6_000n);
  await rewards.connect(funder).fundRange(period + 35n, 6n, 100n);
  // The 41st runs; the 40th, of those before it, can still be finalized.
  await warpTo(start + 41n * PERIOD);
  return { ...fixture, last: period + 40n };
}

describe("WalletRewards", () => {
  describe("a missed period", () => {
    it("leaves its funding to the next one that is finalized", async () => {
      const fixture = await loadFixture(fundedWallets);
      const { rewards, funder, period, end } = fixture;
      await rewards.connect(funder).fund(period + 1n, 100n * WCT);
      await warpTo(end + PERIOD);
      expect(await rewards.budgetOf(period + 1n)).to.deep.equal([330n * WCT, 770n * WCT]);
      await expect(finalize({ ...fixture, period: period + 1n }, { 3: 200_000n }))
        .to.emit(rewards, "BudgetRolledOver")
        .withArgs(period + 1n, 300n * WCT, 700n * WCT);
      expect(await rewards.owedTo(3n)).to.equal(330n * WCT);
      expect(await rewards.carried()).to.deep.equal([0n, 770n * WCT]);
      expect(await rewards.firstOpenPeriod()).to.equal(period + 2n);
    });

    it("leaves it to the certified pool alone where that has all of it", async () => {
      const fixture = await loadFixture(wallets);
      const { rewards, admin, funder, period, end } = fixture;
      await rewards.connect(admin).setCertifiedShare(10_000n);
      await rewards.connect(funder).fund(period + 1n, 100n);
      await warpTo(end + 2n * PERIOD);
      await expect(rewards.rollOver(2n))
        .to.emit(rewards, "BudgetRolledOver")
        .withArgs(period + 2n, 0n, 100n);
      expect(await rewards.carried()).to.deep.equal([0n, 100n]);
    });

    it("is not finalized, and has no budget once it is passed", async () => {
      const fixture = await loadFixture(fundedWallets);
      const { rewards, period, end } = fixture;
      await warpTo(end + PERIOD);
      await finalize({ ...fixture, period: period + 1n }, {});
      expect(await rewards.isFinalized(period)).to.equal(false);
      expect(await rewards.isFinalized(period + 1n)).to.equal(true);
      for (const passed of [period, period + 1n]) {
        expect(await rewards.budgetOf(passed)).to.deep.equal([0n, 0n]);
      }
      expect(await rewards.budgetOf(period + 2n)).to.deep.equal([300n * WCT, 700n * WCT]);
    });

    it("emits no BudgetRolledOver where nothing was funded", async () => {
      const fixture = await loadFixture(wallets);
      await warpTo(fixture.end + PERIOD);
      await expect(finalize({ ...fixture, period: fixture.period + 1n }, {})).not.to.emit(
        fixture.rewards,
        "BudgetRolledOver",
      );
    });
  });

  describe("40 missed periods", () => {
    it("are rolled over by 32 in a finalization, the rest in the next", async () => {
      const fixture = await loadFixture(fortyMissed);
      const { rewards, period, last, start } = fixture;
      expect(await rewards.budgetOf(last)).to.deep.equal([FIRST_32.linear + 40n, FIRST_32.certified + 60n]);
      await expect(finalize({ ...fixture, period: last }, {}))
        .to.emit(rewards, "BudgetRolledOver")
        .withArgs(period + 32n, FIRST_32.linear, FIRST_32.certified);
      expect(await rewards.firstOpenPeriod()).to.equal(period + 32n);
      expect(await rewards.isFinalized(last)).to.equal(true);
      expect(await rewards.budgetOf(last)).to.deep.equal([0n, 0n]);
      await expect(finalize({ ...fixture, period: last }, {})).to.be.revertedWithCustomError(
        rewards,
        "PeriodAlreadyFinalized",
      );

      await warpTo(start + 42n * PERIOD);
      await expect(finalize({ ...fixture, period: last + 1n }, {}))
        .to.emit(rewards, "BudgetRolledOver")
        .withArgs(last + 1n, 5n * 40n, 5n * 60n);
      expect(await rewards.firstOpenPeriod()).to.equal(last + 2n);
      expect(await rewards.carried()).to.deep.equal([FIRST_32.linear + 6n * 40n, FIRST_32.certified + 6n * 60n]);
    });

    it("can be rolled over in parts beforehand", async () => {
      const fixture = await loadFixture(fortyMissed);
      const { rewards, stranger, period, last } = fixture;
      expect(await rewards.rollOver.staticCall(3n)).to.equal(3n);
      await expect(rewards.connect(stranger).rollOver(3n))
        .to.emit(rewards, "BudgetRolledOver")
        .withArgs(period + 3n, 90n, 210n);
      expect(await rewards.firstOpenPeriod()).to.equal(period + 3n);
      expect(await rewards.carried()).to.deep.equal([90n, 210n]);
      expect(await rewards.rollOver.staticCall(2n ** 256n - 1n)).to.equal(37n);
      await rewards.rollOver(2n ** 256n - 1n);
      expect(await rewards.firstOpenPeriod()).to.equal(last);
      await expect(finalize({ ...fixture, period: last }, { 1: 200_000n }))
        .to.emit(rewards, "WalletEarned")
        .withArgs(1n, last, 200_000n, FIRST_32.linear + 6n * 40n, 0n);
      expect(await rewards.firstOpenPeriod()).to.equal(last + 1n);
    });
  });

  describe("rollOver", () => {
    it("leaves the period that can still be finalized", async () => {
      const fixture = await loadFixture(fundedWallets);
      const { rewards, period, end } = fixture;
      await warpTo(end);
      expect(await rewards.rollOver.staticCall(5n)).to.equal(0n);
      await expect(rewards.rollOver(5n)).not.to.emit(rewards, "BudgetRolledOver");
      expect(await rewards.budgetOf(period)).to.deep.equal([300n * WCT, 700n * WCT]);
      await warpTo(end + PERIOD - 1n);
      expect(await rewards.rollOver.staticCall(5n)).to.equal(0n);
      await warpTo(end + PERIOD);
      expect(await rewards.rollOver.staticCall(5n)).to.equal(1n);
    });

    it("passes nothing when it may pass none", async () => {
      const { rewards, period } = await loadFixture(fortyMissed);
      await rewards.rollOver(0n);
      expect(await rewards.firstOpenPeriod()).to.equal(period);
    });

    it("passes no period after all are passed", async () => {
      const { rewards } = await loadFixture(fortyMissed);
      await rewards.rollOver(100n);
      expect(await rewards.rollOver.staticCall(100n)).to.equal(0n);
    });

    it("changes no budget", async () => {
      const { rewards, last } = await loadFixture(fortyMissed);
      await rewards.rollOver(8n);
      const before = await rewards.budgetOf(last);
      await rewards.rollOver(100n);
      expect(await rewards.budgetOf(last)).to.deep.equal(before);
    });
  });
});
