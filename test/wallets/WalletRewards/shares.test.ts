import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { squareRoot } from "../../../scripts/wallets/squareRoot";
import { WCT } from "../../support/amounts";
import { DAY, nextAt, warpTo, WEEK } from "../../support/time";
import { type Counts, finalize, fundedWallets, periodOver, wallets } from "../../support/wallets";

const LINEAR = 300n * WCT;
const CERTIFIED = 700n * WCT;
const CAP = 210n * WCT;
const power = (count: bigint) => squareRoot(count ** 3n);

describe("WalletRewards", () => {
  describe("shares of a period", () => {
    describe("the threshold", () => {
      it("leaves out 99,999 and 100,000, and takes in 100,001", async () => {
        const fixture = await loadFixture(periodOver);
        await finalize(fixture, { 1: 99_999n, 2: 100_000n, 3: 100_001n });
        expect(await fixture.rewards.owedTo(1n)).to.equal(0n);
        expect(await fixture.rewards.owedTo(2n)).to.equal(0n);
        expect(await fixture.rewards.owedTo(3n)).to.equal(LINEAR);
      });

      it("rolls both pools over when nobody is eligible", async () => {
        const fixture = await loadFixture(periodOver);
        const { rewards, period } = fixture;
        await finalize(fixture, { 1: 100_000n, 2: 5n });
        expect(await rewards.carried()).to.deep.equal([LINEAR, CERTIFIED]);
        expect(await rewards.budgetOf(period + 1n)).to.deep.equal([LINEAR, CERTIFIED]);
      });
    });

    describe("the linear pool", () => {
      it("is shared in proportion to the counts, certified wallets included, rounded down", async () => {
        const fixture = await loadFixture(periodOver);
        const { rewards, period } = fixture;
        const sent = finalize(fixture, { 1: 100_001n, 2: 200_003n, 3: 700_007n });
        const sum = 1_000_011n;
        const linear = [100_001n, 200_003n, 700_007n].map((count) => (LINEAR * count) / sum);
        await expect(sent).to.emit(rewards, "WalletEarned").withArgs(3n, period, 700_007n, linear[2], 0n);
        await sent;
        const [carried] = await rewards.carried();
        expect(carried).to.equal(LINEAR - linear[0]! - linear[1]! - linear[2]!);
        expect(carried).to.be.within(1n, 2n);
      });
    });

    describe("the certified pool", () => {
      it("gives a single wallet 30 % and rolls the rest over", async () => {
        const fixture = await loadFixture(periodOver);
        await finalize(fixture, { 1: 5_000_000n, 3: 5_000_000n });
        expect(await fixture.rewards.owedTo(1n)).to.equal(LINEAR / 2n + CAP);
        expect(await fixture.rewards.owedTo(3n)).to.equal(LINEAR / 2n);
        expect(await fixture.rewards.carried()).to.deep.equal([0n, CERTIFIED - CAP]);
      });

      it("rolls over whole when nobody eligible is certified", async () => {
        const fixture = await loadFixture(periodOver);
        await finalize(fixture, { 1: 100_000n, 3: 5_000_000n });
        expect(await fixture.rewards.carried()).to.deep.equal([0n, CERTIFIED]);
      });

      it("is shared by s^1.5", async () => {
        const fixture = await loadFixture(fundedWallets);
        const { rewards, certifier, others } = fixture;
        // Ten wallets, so that none reaches the cap.
        for (const account of others.slice(0, 7)) await rewards.connect(account).register(account);
        const counts: Record<number, bigint> = {};
        for (let walletId = 1; walletId <= 10; walletId++) {
          await rewards.connect(certifier).setCertified(walletId, true);
          counts[walletId] = 100_000n * BigInt(walletId) + 7n;
        }
        await warpTo(fixture.end);
        await finalize(fixture, counts);
        const values = Object.values(counts);
        const countSum = values.reduce((a, b) => a + b);
        const powerSum = values.map(power).reduce((a, b) => a + b);
        for (const [walletId, count] of Object.entries(counts)) {
          const expected = (LINEAR * count) / countSum + (CERTIFIED * power(count)) / powerSum;
          expect(await rewards.owedTo(walletId)).to.equal(expected);
        }
        // Non-linear: twice the count earns 2√2 times as much.
        expect(Number(power(200_000n)) / Number(power(100_000n))).to.be.closeTo(2 ** 1.5, 1e-6);
      });

      it("pays exactly the share where it is as large as the cap", async () => {
        const fixture = await loadFixture(wallets);
        const { rewards, certifier, period, end, funder } = fixture;
        // With a pool of 3 wei the cap is 0: everything rolls over.
        await rewards.connect(funder).fund(period, 5n);
        await rewards.connect(certifier).setCertified(1n, true);
        await warpTo(end);
        await finalize(fixture, { 1: 200_000n });
        expect(await rewards.owedTo(1n)).to.equal(2n);
        expect(await rewards.carried()).to.deep.equal([0n, 3n]);
      });

      it("rounds the cap down", async () => {
        const fixture = await loadFixture(wallets);
        const { rewards, certifier, period, end, funder } = fixture;
        await rewards.connect(funder).fund(period, 27n);
        await rewards.connect(certifier).setCertified(1n, true);
        await warpTo(end);
        // ⌊27 · 0.7⌋ = 18, ⌊18 · 0.3⌋ = 5, and the other 9 are linear.
        await finalize(fixture, { 1: 200_000n });
        expect(await rewards.owedTo(1n)).to.equal(14n);
        expect(await rewards.carried()).to.deep.equal([0n, 13n]);
      });
    });

    describe("certification", () => {
      it("counts when it is granted in the last second", async () => {
        const fixture = await loadFixture(fundedWallets);
        await nextAt(fixture.end - 1n);
        await fixture.rewards.connect(fixture.certifier).setCertified(3n, true);
        await warpTo(fixture.end);
        await finalize(fixture, { 3: 200_000n });
        expect(await fixture.rewards.owedTo(3n)).to.equal(LINEAR + CAP);
      });

      it("does not count when it is granted in the very second of the end", async () => {
        const fixture = await loadFixture(fundedWallets);
        await nextAt(fixture.end);
        await fixture.rewards.connect(fixture.certifier).setCertified(3n, true);
        await finalize(fixture, { 3: 200_000n });
        expect(await fixture.rewards.owedTo(3n)).to.equal(LINEAR);
      });

      it("does not count when it was revoked within the period", async () => {
        const fixture = await loadFixture(fundedWallets);
        const { rewards, certifier, end } = fixture;
        await rewards.connect(certifier).setCertified(3n, true);
        await warpTo(end - 7n * DAY);
        await rewards.connect(certifier).setCertified(3n, false);
        await warpTo(end);
        await finalize(fixture, { 3: 200_000n });
        expect(await rewards.owedTo(3n)).to.equal(LINEAR);
      });

      it("counts when it is revoked after the end", async () => {
        const fixture = await loadFixture(periodOver);
        await fixture.rewards.connect(fixture.certifier).setCertified(1n, false);
        await finalize(fixture, { 1: 200_000n });
        expect(await fixture.rewards.owedTo(1n)).to.equal(LINEAR + CAP);
      });

      it("counts again in the next period", async () => {
        const fixture = await loadFixture(periodOver);
        const { rewards, certifier, period, end, funder } = fixture;
        await rewards.connect(funder).fund(period + 1n, 1_000n * WCT);
        await rewards.connect(certifier).setCertified(1n, false);
        await finalize(fixture, { 2: 200_000n });
        await warpTo(end + 4n * WEEK);
        await finalize({ ...fixture, period: period + 1n }, { 1: 200_000n });
        expect(await rewards.owedTo(1n)).to.equal(LINEAR);
      });
    });

    describe("what is not funded", () => {
      it("finalizes with nothing to share", async () => {
        const fixture = await loadFixture(wallets);
        await warpTo(fixture.end);
        await expect(finalize(fixture, { 1: 200_000n }))
          .to.emit(fixture.rewards, "WalletEarned")
          .withArgs(1n, fixture.period, 200_000n, 0n, 0n);
        expect(await fixture.rewards.owedTo(1n)).to.equal(0n);
        expect(await fixture.rewards.carried()).to.deep.equal([0n, 0n]);
      });
    });

    describe("what rolls over", () => {
      it("stays in its pool", async () => {
        const fixture = await loadFixture(periodOver);
        const { rewards, period, end, funder } = fixture;
        await rewards.connect(funder).fund(period + 1n, 100n * WCT);
        // The linear pool is earned whole, the certified one not at all.
        await finalize(fixture, { 3: 200_000n });
        await warpTo(end + 4n * WEEK);
        await expect(finalize({ ...fixture, period: period + 1n }, { 2: 200_000n }))
          .to.emit(rewards, "WalletEarned")
          .withArgs(2n, period + 1n, 200_000n, 30n * WCT, (770n * WCT * 3n) / 10n);
      });

      it("is conserved to the wei over several periods", async () => {
        const fixture = await loadFixture(wallets);
        const { rewards, certifier, period, end, funder } = fixture;
        for (const walletId of [1n, 2n, 3n]) await rewards.connect(certifier).setCertified(walletId, true);
        await rewards.connect(funder).fundRange(period, 4n, 1_000_003n);
        const counts: Counts[] = [
          { 1: 100_001n, 2: 100_003n, 3: 100_007n },
          { 1: 999_999n },
          { 2: 123_457n, 3: 7_654_321n },
          { 1: 100_001n, 2: 10_000_019n, 3: 314_159n },
        ];
        for (const [i, table] of counts.entries()) {
          await warpTo(end + BigInt(i) * 4n * WEEK);
          await finalize({ ...fixture, period: period + BigInt(i) }, table);
          const owed = await Promise.all([1n, 2n, 3n].map((walletId) => rewards.owedTo(walletId)));
          const [linear, certified] = await rewards.carried();
          const open = (3n - BigInt(i)) * 1_000_003n;
          expect(owed.reduce((a, b) => a + b) + linear + certified + open).to.equal(4_000_012n);
        }
      });
    });
  });
});
