import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { hashConfiguration } from "../../../scripts/performance/hashConfiguration";
import { WCT } from "../../support/amounts";
import { DAY, HOUR, nextAt, warpTo, WEEK } from "../../support/time";
import { agreed, configurationOf, finalize, fundedWallets, periodOver, signedReports } from "../../support/wallets";

const counts = { 1: 200_000n };

describe("WalletRewards", () => {
  describe("finalize", () => {
    it("emits PeriodFinalized with both pools and what was earned of them", async () => {
      const fixture = await loadFixture(periodOver);
      await expect(finalize(fixture, counts))
        .to.emit(fixture.rewards, "PeriodFinalized")
        .withArgs(
          fixture.period,
          hashConfiguration(fixture.configuration),
          0b11111n,
          300n * WCT,
          700n * WCT,
          300n * WCT,
          210n * WCT,
        );
    });

    it("emits WalletEarned for every eligible wallet", async () => {
      const fixture = await loadFixture(periodOver);
      const { rewards, period } = fixture;
      const sent = finalize(fixture, { 1: 300_000n, 2: 100_000n, 3: 100_001n });
      await expect(sent)
        .to.emit(rewards, "WalletEarned")
        .withArgs(1n, period, 300_000n, (300n * WCT * 300_000n) / 400_001n, 210n * WCT);
      await expect(sent)
        .to.emit(rewards, "WalletEarned")
        .withArgs(3n, period, 100_001n, (300n * WCT * 100_001n) / 400_001n, 0n);
      const receipt = await (await sent).wait();
      expect(receipt!.logs).to.have.length(3);
    });

    it("credits what was earned, and moves no tokens", async () => {
      const fixture = await loadFixture(periodOver);
      const { rewards, token, alice, alicePayout } = fixture;
      await expect(finalize(fixture, counts)).to.changeTokenBalances(
        token,
        [rewards, alice, alicePayout],
        [0n, 0n, 0n],
      );
      expect(await rewards.owedTo(1n)).to.equal(510n * WCT);
      expect(await rewards.totalPaid()).to.equal(0n);
    });

    it("is open to anyone", async () => {
      const fixture = await loadFixture(periodOver);
      const { rewards, stranger, period, configuration } = fixture;
      const reports = await agreed(fixture, counts);
      await rewards.connect(stranger).finalize(period, configuration, reports);
      expect(await rewards.isFinalized(period)).to.equal(true);
    });

    it("tells by bits whose reports were used", async () => {
      const fixture = await loadFixture(periodOver);
      await nextAt(fixture.end + 6n * HOUR);
      await expect(finalize(fixture, [undefined, counts, counts, counts, counts]))
        .to.emit(fixture.rewards, "PeriodFinalized")
        .withArgs(
          fixture.period,
          hashConfiguration(fixture.configuration),
          0b11110n,
          300n * WCT,
          700n * WCT,
          300n * WCT,
          210n * WCT,
        );
    });

    it("finalizes a period once", async () => {
      const fixture = await loadFixture(periodOver);
      await finalize(fixture, counts);
      await expect(finalize(fixture, counts))
        .to.be.revertedWithCustomError(fixture.rewards, "PeriodAlreadyFinalized")
        .withArgs(fixture.period);
    });

    it("accepts a period for which nothing was counted", async () => {
      const fixture = await loadFixture(periodOver);
      await finalize(fixture, {});
      expect(await fixture.rewards.isFinalized(fixture.period)).to.equal(true);
      expect(await fixture.rewards.carried()).to.deep.equal([300n * WCT, 700n * WCT]);
    });

    it("knows no committee for a period before the first configuration", async () => {
      const fixture = await loadFixture(fundedWallets);
      const { rewards, oracle, period, start, configuration } = fixture;
      const reports = await signedReports({ ...fixture, period: period - 1n }, Array(5).fill(counts));
      await expect(rewards.finalize(period - 1n, configuration, reports))
        .to.be.revertedWithCustomError(oracle, "NoConfiguration")
        .withArgs(start / DAY - 1n);
    });

    it("adds to what is owed from earlier periods", async () => {
      const fixture = await loadFixture(periodOver);
      const { rewards, funder, period, end } = fixture;
      await rewards.connect(funder).fund(period + 1n, 1_000n * WCT);
      await finalize(fixture, { 3: 200_000n });
      await warpTo(end + 4n * WEEK);
      await finalize({ ...fixture, period: period + 1n }, { 3: 200_000n });
      expect(await rewards.owedTo(3n)).to.equal(600n * WCT);
    });

    describe("when it is sent", () => {
      it("refuses the running period in its last second", async () => {
        const fixture = await loadFixture(fundedWallets);
        const reports = await agreed(fixture, counts);
        await nextAt(fixture.end - 1n);
        await expect(fixture.rewards.finalize(fixture.period, fixture.configuration, reports))
          .to.be.revertedWithCustomError(fixture.rewards, "PeriodNotFinalizable")
          .withArgs(fixture.period, fixture.period - 1n);
      });

      it("accepts all reports in the second in which the period ends", async () => {
        const fixture = await loadFixture(fundedWallets);
        const reports = await agreed(fixture, counts);
        await nextAt(fixture.end);
        await fixture.rewards.finalize(fixture.period, fixture.configuration, reports);
        expect(await fixture.rewards.isFinalized(fixture.period)).to.equal(true);
      });

      it("refuses a quorum one second before 6 hours have passed", async () => {
        const fixture = await loadFixture(periodOver);
        const reports = await signedReports(fixture, [counts, counts, counts, counts]);
        await nextAt(fixture.end + 6n * HOUR - 1n);
        await expect(fixture.rewards.finalize(fixture.period, fixture.configuration, reports))
          .to.be.revertedWithCustomError(fixture.rewards, "TooEarlyToFinalize")
          .withArgs(fixture.period, fixture.end + 6n * HOUR);
      });

      it("accepts a quorum after 6 hours", async () => {
        const fixture = await loadFixture(periodOver);
        const reports = await signedReports(fixture, [counts, counts, counts, counts]);
        await nextAt(fixture.end + 6n * HOUR);
        await fixture.rewards.finalize(fixture.period, fixture.configuration, reports);
        expect(await fixture.rewards.isFinalized(fixture.period)).to.equal(true);
      });

      it("accepts a quorum in the last second of the next period", async () => {
        const fixture = await loadFixture(periodOver);
        const reports = await signedReports(fixture, [counts, counts, counts, counts]);
        await nextAt(fixture.end + 4n * WEEK - 1n);
        await fixture.rewards.finalize(fixture.period, fixture.configuration, reports);
        expect(await fixture.rewards.isFinalized(fixture.period)).to.equal(true);
      });

      it("refuses a period once the next one is over", async () => {
        const fixture = await loadFixture(periodOver);
        const reports = await agreed(fixture, counts);
        await nextAt(fixture.end + 4n * WEEK);
        await expect(fixture.rewards.finalize(fixture.period, fixture.configuration, reports))
          .to.be.revertedWithCustomError(fixture.rewards, "PeriodNotFinalizable")
          .withArgs(fixture.period, fixture.period + 1n);
      });
    });

    describe("how many reports there are", () => {
      it("refuses less than a quorum, however late", async () => {
        const fixture = await loadFixture(periodOver);
        await warpTo(fixture.end + 20n * DAY);
        await expect(finalize(fixture, [counts, counts, counts]))
          .to.be.revertedWithCustomError(fixture.rewards, "QuorumMissing")
          .withArgs(3n, 4n);
      });

      it("refuses none", async () => {
        const fixture = await loadFixture(periodOver);
        await expect(finalize(fixture, []))
          .to.be.revertedWithCustomError(fixture.rewards, "QuorumMissing")
          .withArgs(0n, 4n);
      });

      for (const [members, needed] of [
        [1, 1],
        [2, 2],
        [3, 3],
        [4, 3],
        [7, 5],
        [32, 22],
      ] as const) {
        it(`needs ${needed} of ${members}`, async () => {
          const fixture = await loadFixture(fundedWallets);
          const configuration = configurationOf(members);
          await fixture.configure(configuration);
          await warpTo(fixture.end + 6n * HOUR);
          const about = { ...fixture, configuration };
          const tables = Array.from({ length: needed }, () => counts);
          await expect(finalize(about, tables.slice(1)))
            .to.be.revertedWithCustomError(fixture.rewards, "QuorumMissing")
            .withArgs(needed - 1, needed);
          await finalize(about, tables);
          expect(await fixture.rewards.owedTo(1n)).to.equal(300n * WCT);
        });
      }
    });

    describe("which configuration", () => {
      it("refuses another than the one in force, even with all its signatures", async () => {
        const fixture = await loadFixture(periodOver);
        const configuration = configurationOf(5, 10);
        await expect(finalize({ ...fixture, configuration }, counts))
          .to.be.revertedWithCustomError(fixture.rewards, "WrongConfiguration")
          .withArgs(fixture.end / DAY - 1n, hashConfiguration(configuration), hashConfiguration(fixture.configuration));
      });

      it("refuses one that differs in a parameter only", async () => {
        const fixture = await loadFixture(periodOver);
        const configuration = configurationOf(5);
        configuration.pay = { ...configuration.pay, slashBps: 11n };
        await expect(finalize({ ...fixture, configuration }, counts)).to.be.revertedWithCustomError(
          fixture.rewards,
          "WrongConfiguration",
        );
      });

      it("takes the committee that was set before the last epoch", async () => {
        const fixture = await loadFixture(fundedWallets);
        const configuration = configurationOf(7, 10);
        await warpTo(fixture.end - DAY - 2n);
        await fixture.configure(configuration);
        await warpTo(fixture.end);
        await expect(finalize(fixture, counts)).to.be.revertedWithCustomError(fixture.rewards, "WrongConfiguration");
        await finalize({ ...fixture, configuration }, counts);
        expect(await fixture.rewards.isFinalized(fixture.period)).to.equal(true);
      });

      it("takes the earlier committee where the next was set in the last epoch", async () => {
        const fixture = await loadFixture(fundedWallets);
        const configuration = configurationOf(7, 10);
        // In force from the end of the period on.
        await warpTo(fixture.end - DAY);
        await fixture.configure(configuration);
        await warpTo(fixture.end);
        await expect(finalize({ ...fixture, configuration }, counts)).to.be.revertedWithCustomError(
          fixture.rewards,
          "WrongConfiguration",
        );
        await finalize(fixture, counts);
        expect(await fixture.rewards.isFinalized(fixture.period)).to.equal(true);
      });
    });
  });
});
