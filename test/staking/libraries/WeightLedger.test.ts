import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { ethers } from "hardhat";
import { readsOf } from "../../support/readsOf";
import { nextAt, now, warpTo, WEEK, weekStartOf } from "../../support/time";

const none = { amount: 0n, presetWeeks: 0n, endWeek: 0n };
const locked = { amount: 209n, presetWeeks: 52n, endWeek: 0n };

/** A ledger on a Thursday with one Locked position of weight 52 and one Unlocking of weight 10 · 209 / 209, ten weeks left. */
async function joined() {
  const [owner] = await ethers.getSigners();
  const ledger = await (await ethers.getContractFactory("WeightLedgerHarness", owner)).deploy();
  const thursday = weekStartOf(await now()) + WEEK;
  const unlocking = { amount: 209n, presetWeeks: 26n, endWeek: thursday / WEEK + 10n };
  await nextAt(thursday);
  await ledger.replace(none, locked);
  await nextAt(thursday);
  await ledger.replace(none, unlocking);
  return { ledger, thursday, unlocking };
}

describe("WeightLedger", () => {
  describe("replace", () => {
    it("adds the weight of what joins", async () => {
      const { ledger, thursday } = await loadFixture(joined);
      expect(await ledger.weightAt(thursday)).to.equal(62n);
      expect(await ledger.state()).to.deep.equal([1n, 418n, 1n << 9n]);
    });

    it("takes off a Locked position that leaves, from that second on", async () => {
      const { ledger, thursday } = await loadFixture(joined);
      await nextAt(thursday + WEEK);
      await ledger.replace(locked, none);
      expect(await ledger.weightAt(thursday + WEEK - 1n)).to.equal(61n);
      expect(await ledger.weightAt(thursday + WEEK)).to.equal(9n);
      expect((await ledger.state()).staked).to.equal(209n);
    });

    it("takes off an Unlocking position that leaves, with its end", async () => {
      const { ledger, thursday, unlocking } = await loadFixture(joined);
      await nextAt(thursday + WEEK);
      await ledger.replace(unlocking, none);
      expect(await ledger.weightAt(thursday + WEEK)).to.equal(52n);
      expect(await ledger.weightAt(thursday + 20n * WEEK)).to.equal(52n);
      expect(await ledger.state()).to.deep.equal([2n, 209n, 0n]);
    });

    it("keeps the end that another position shares", async () => {
      const { ledger, thursday, unlocking } = await loadFixture(joined);
      await nextAt(thursday);
      await ledger.replace(none, unlocking);
      await nextAt(thursday + WEEK);
      await ledger.replace(unlocking, none);
      expect(await ledger.weightAt(thursday + WEEK)).to.equal(61n);
      expect((await ledger.state()).endingWeeks).to.equal(1n << 8n);
    });

    it("takes off what ends in the next weeks, one after the other", async () => {
      const { ledger, thursday } = await loadFixture(joined);
      for (const weeks of [1n, 2n, 4n]) {
        await nextAt(thursday);
        await ledger.replace(none, { amount: 209n, presetWeeks: 4n, endWeek: thursday / WEEK + weeks });
      }
      const weights = [52n + 10n + 1n + 2n + 4n, 52n + 9n + 1n + 3n, 52n + 8n + 2n, 52n + 7n + 1n, 52n + 6n];
      for (const [weeks, weight] of weights.entries()) {
        expect(await ledger.weightAt(thursday + BigInt(weeks) * WEEK)).to.equal(weight);
      }
    });

    it("takes an Unlocked position off the sum of the amounts, and writes no checkpoint", async () => {
      const { ledger, thursday, unlocking } = await loadFixture(joined);
      await nextAt(thursday + 10n * WEEK);
      await ledger.replace(unlocking, none);
      const { checkpoints, staked } = await ledger.state();
      expect([checkpoints, staked]).to.deep.equal([1n, 209n]);
      expect(await ledger.weightAt(thursday + 10n * WEEK - 1n)).to.equal(52n);
      expect(await ledger.weightAt(thursday + 10n * WEEK)).to.equal(52n);
    });

    it("drops what ended unseen, decades later", async () => {
      const { ledger, thursday } = await loadFixture(joined);
      await warpTo(thursday + 2_000n * WEEK);
      await ledger.replace(none, locked);
      expect(await ledger.weightAt(await now())).to.equal(104n);
      expect((await ledger.state()).endingWeeks).to.equal(0n);
    });
  });

  describe("lineAt", () => {
    /** The ledger above, with `count` checkpoints more, a second apart. */
    async function changed(count: bigint) {
      const { ledger, thursday } = await loadFixture(joined);
      for (let second = 1n; second <= count; second++) {
        await nextAt(thursday + second);
        await ledger.replace(none, locked);
      }
      return { reads: (second: bigint) => readsOf(ledger, "weightAt", [thursday + second]), last: count };
    }

    it("reads the head, and the newest checkpoint twice, however many there are", async () => {
      for (const count of [0n, 1n, 2n, 7n]) {
        const { reads, last } = await changed(count);
        expect(await reads(last)).to.equal(3);
        expect(await reads(last + 1_000n)).to.equal(3);
      }
    });

    it("searches with two reads for each doubling of the distance", async () => {
      const { reads, last } = await changed(20n);
      const searched = [];
      for (let distance = 0n; distance < 16n; distance++) searched.push((await reads(last - distance)) - 2);
      expect(searched).to.deep.equal([1, 2, 4, 4, 6, 6, 6, 6, 8, 8, 8, 8, 8, 8, 8, 8]);
    });

    it("reads a week ahead of the newest only if something ends in it", async () => {
      const { reads } = await changed(0n);
      expect(await reads(10n * WEEK - 1n)).to.equal(3);
      expect(await reads(10n * WEEK)).to.equal(4);
      expect(await reads(500n * WEEK)).to.equal(4);
    });

    it("reads the weeks after an older one only while something decays", async () => {
      const { ledger, thursday } = await loadFixture(joined);
      await nextAt(thursday + 200n * WEEK);
      await ledger.replace(none, locked);
      const reads = (weeks: bigint) => readsOf(ledger, "weightAt", [thursday + weeks * WEEK]);
      expect(await reads(3n)).to.equal((await reads(0n)) + 3);
      expect(await reads(10n)).to.equal((await reads(0n)) + 10);
      expect(await reads(199n)).to.equal((await reads(0n)) + 10);
    });
  });
});
