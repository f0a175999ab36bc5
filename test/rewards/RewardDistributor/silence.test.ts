import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { MaxUint256 } from "ethers";
import { WCT } from "../../support/amounts";
import { claimExactly, equalWeights, expectShare } from "../../support/rewarded";
import { DAY, nextAt, now, warpTo, WEEK, weekStartOf } from "../../support/time";

/** What a transaction may use on chains that follow EIP-7825: 2^24 gas. */
const TRANSACTION_GAS = 16_777_216n;

const TEN_YEARS = 520n;

/** {@link equalWeights}, funded with 9 WCT a week as far ahead as can be, then nobody calls for ten years. */
async function tenSilentYears() {
  const fixture = await equalWeights();
  const { distributor, funder, thursday } = fixture;
  await distributor.connect(funder).fundRange(thursday, 104n, 9n * WCT);
  await warpTo(thursday + TEN_YEARS * WEEK);
  return fixture;
}

/** The same silence, where all positions had been Unlocking: the last of them ended after two years. */
async function tenSilentYearsUnlocked() {
  const fixture = await equalWeights();
  const { stakeWeight, distributor, funder, alice, bob, carol, thursday } = fixture;
  for (const account of [alice, bob, carol]) await stakeWeight.connect(account).initiateUnlock();
  await distributor.connect(funder).fundRange(thursday, 104n, 9n * WCT);
  await warpTo(thursday + TEN_YEARS * WEEK);
  return fixture;
}

describe("RewardDistributor", () => {
  describe("after ten years of silence", () => {
    it("pays everything that was due in one transaction", async () => {
      const fixture = await loadFixture(tenSilentYears);
      expectShare(await claimExactly(fixture, fixture.alice), 312n * WCT);
    });

    it("closes all weeks and pays within the gas of one transaction", async () => {
      const { distributor, alice } = await loadFixture(tenSilentYears);
      const receipt = await (await distributor.claim(alice, { gasLimit: TRANSACTION_GAS })).wait();
      expect(receipt!.gasUsed).to.be.below(TRANSACTION_GAS);
    });

    it("lets weeks be closed in parts", async () => {
      const fixture = await loadFixture(tenSilentYears);
      const { distributor, bob, thursday } = fixture;
      while ((await distributor.closeWeeks.staticCall(100n)) !== 0n) await distributor.closeWeeks(100n);
      expect(await distributor.firstOpenWeekStart()).to.equal(thursday + TEN_YEARS * WEEK);
      expectShare(await claimExactly(fixture, bob), 312n * WCT);
    });

    it("closes 100 weeks with less than 6,000,000 gas", async () => {
      const { distributor } = await loadFixture(tenSilentYears);
      expect(await distributor.closeWeeks.estimateGas(100n)).to.be.below(6_000_000n);
    });

    it("pays all of the funding, less dust", async () => {
      const { distributor, token, alice, bob, carol } = await loadFixture(tenSilentYears);
      await distributor.claimMany([alice, bob, carol]);
      expect((await distributor.totalFunded()) - (await distributor.totalPaid())).to.be.within(0n, 3n);
      expect(await token.balanceOf(distributor)).to.be.within(0n, 3n);
    });

    it("tells claimable without a closing", async () => {
      const { distributor, carol } = await loadFixture(tenSilentYears);
      expectShare(await distributor.claimable(carol), 312n * WCT);
    });

    it("shares new funding from then on", async () => {
      const fixture = await loadFixture(tenSilentYears);
      const { distributor, funder, alice, thursday } = fixture;
      await distributor.connect(funder).fund(thursday + TEN_YEARS * WEEK, 9n * WCT);
      await warpTo(thursday + (TEN_YEARS + 1n) * WEEK);
      expectShare(await claimExactly(fixture, alice), 315n * WCT);
    });

    describe("given that all positions ended meanwhile", () => {
      it("pays the weeks with weight to who had it, and keeps the rest for who comes next", async () => {
        const fixture = await loadFixture(tenSilentYearsUnlocked);
        const { distributor, stakeWeight, alice, bob, carol, thursday } = fixture;
        let paid = 0n;
        for (const account of [alice, bob, carol]) {
          paid += await claimExactly(fixture, account);
          await stakeWeight.connect(account).withdraw();
        }
        // Weight stands through week 102; week 103 is handed on.
        expectShare(paid, 103n * 9n * WCT, 10n);
        await nextAt(weekStartOf(await now()) + DAY);
        await stakeWeight.connect(alice).stake(WCT, 4n);
        await warpTo(thursday + (TEN_YEARS + 2n) * WEEK);
        expectShare(await claimExactly(fixture, alice), 9n * WCT);
        expect((await distributor.totalFunded()) - (await distributor.totalPaid())).to.be.within(0n, 10n);
      });

      it("closes all weeks within the gas of one transaction", async () => {
        const { distributor } = await loadFixture(tenSilentYearsUnlocked);
        const receipt = await (await distributor.closeWeeks(MaxUint256)).wait();
        expect(receipt!.gasUsed).to.be.below(TRANSACTION_GAS);
      });
    });
  });
});
