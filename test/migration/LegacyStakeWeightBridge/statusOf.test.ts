import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { MaxUint256 } from "ethers";
import { presets, WCT } from "../../support/amounts";
import { type BridgedFixture, bridgedGenerations, laterBridged, LockStatus, writeLock } from "../../support/migration";
import { DAY, nextAt, warpTo, WEEK } from "../../support/time";

/** What the status is told to be for a lock of stranger's. */
async function statusFor(
  { bridge, stranger }: Pick<BridgedFixture, "bridge" | "stranger">,
  lock: { amount?: bigint; end?: bigint; transferredAmount?: bigint; presetWeeks?: bigint },
): Promise<bigint> {
  const { amount = WCT, end = 0n, transferredAmount = amount, presetWeeks } = lock;
  await writeLock(bridge, stranger, { amount, end, transferredAmount, ...(presetWeeks && { presetWeeks }) });
  return bridge.statusOf(stranger);
}

for (const { name, fixture } of bridgedGenerations) {
  describe(`LegacyStakeWeightBridge, ${name} generation`, () => {
    describe("statusOf", () => {
      it("is None without a lock", async () => {
        const { bridge, stranger, stakeWeight } = await loadFixture(fixture);
        expect(await bridge.statusOf(stranger)).to.equal(LockStatus.None);
        await stakeWeight.connect(stranger).delegate(bridge);
        expect(await bridge.statusOf(stranger)).to.equal(LockStatus.None);
      });

      it("is Ready for a running lock and for one that ended", async () => {
        const { bridge, alice, bob } = await loadFixture(fixture);
        expect(await bridge.statusOf(alice)).to.equal(LockStatus.Ready);
        expect(await bridge.statusOf(bob)).to.equal(LockStatus.Ready);
      });

      it("is NotBacked for a lock of which a part or all was never transferred in, also once it ended", async () => {
        const { bridge, carol, dave, ends } = await loadFixture(fixture);
        await warpTo(ends.carol);
        expect(await bridge.statusOf(carol)).to.equal(LockStatus.NotBacked);
        expect(await bridge.statusOf(dave)).to.equal(LockStatus.NotBacked);
      });

      it("is NotBacked by a wei less and by a wei more", async () => {
        const all = await loadFixture(fixture);
        const end = all.thursday;
        for (const transferredAmount of [WCT - 1n, WCT + 1n, 0n, MaxUint256]) {
          expect(await statusFor(all, { end, transferredAmount })).to.equal(LockStatus.NotBacked);
        }
        expect(await statusFor(all, { end, transferredAmount: WCT })).to.equal(LockStatus.Ready);
      });

      it("is None for an amount of 0 or below, whatever was transferred in", async () => {
        const all = await loadFixture(fixture);
        const end = all.thursday;
        for (const amount of [0n, -1n, -WCT, -(2n ** 127n)]) {
          for (const transferredAmount of [0n, WCT, BigInt.asUintN(256, amount)]) {
            expect(await statusFor(all, { amount, end, transferredAmount })).to.equal(LockStatus.None);
          }
        }
      });

      it("is Ready for 1 wei", async () => {
        const all = await loadFixture(fixture);
        expect(await statusFor(all, { amount: 1n, end: all.thursday })).to.equal(LockStatus.Ready);
      });

      it("is Ready up to 105 weeks after the running one, EndTooLate beyond", async () => {
        const all = await loadFixture(fixture);
        const { bridge, stranger, thursday } = all;
        await warpTo(thursday - 1n);
        expect(await statusFor(all, { end: thursday + 104n * WEEK })).to.equal(LockStatus.Ready);
        expect(await statusFor(all, { end: thursday + 105n * WEEK })).to.equal(LockStatus.EndTooLate);
        await warpTo(thursday);
        expect(await bridge.statusOf(stranger)).to.equal(LockStatus.Ready);
        const absurd = MaxUint256 - (MaxUint256 % WEEK);
        expect(await statusFor(all, { end: absurd })).to.equal(LockStatus.EndTooLate);
      });

      it("is EndNotWeekStart for any other second", async () => {
        const all = await loadFixture(fixture);
        const { thursday } = all;
        for (const end of [thursday + 1n, thursday - 1n, thursday + 3n * DAY, 1n, thursday + 200n * WEEK + 1n]) {
          expect(await statusFor(all, { end })).to.equal(LockStatus.EndNotWeekStart);
        }
        expect(await statusFor(all, { end: WEEK })).to.equal(LockStatus.Ready);
      });

      it("is PositionExists beside any position, Unlocked ones too, and Ready again without", async () => {
        const { bridge, stakeWeight, alice, thursday } = await loadFixture(fixture);
        await stakeWeight.connect(alice).stake(1n, 4n);
        expect(await bridge.statusOf(alice)).to.equal(LockStatus.PositionExists);
        await stakeWeight.connect(alice).initiateUnlock();
        expect(await bridge.statusOf(alice)).to.equal(LockStatus.PositionExists);
        await nextAt(thursday + 3n * WEEK);
        await stakeWeight.connect(alice).delegate(bridge);
        expect(await bridge.statusOf(alice)).to.equal(LockStatus.PositionExists);
        await stakeWeight.connect(alice).withdraw();
        expect(await bridge.statusOf(alice)).to.equal(LockStatus.Ready);
      });

      it("tells what is wrong with the lock before what is in its way", async () => {
        const all = await loadFixture(fixture);
        const { token, stakeWeight, deployer, stranger, thursday } = all;
        await token.connect(deployer).transfer(stranger, WCT);
        await token.connect(stranger).approve(stakeWeight, WCT);
        await stakeWeight.connect(stranger).stake(WCT, 4n);
        const odd = thursday + 200n * WEEK + 1n;
        expect(await statusFor(all, { amount: 0n, end: odd, transferredAmount: 1n })).to.equal(LockStatus.None);
        expect(await statusFor(all, { end: odd, transferredAmount: 1n })).to.equal(LockStatus.NotBacked);
        expect(await statusFor(all, { transferredAmount: 1n })).to.equal(LockStatus.NotBacked);
        expect(await statusFor(all, { end: odd })).to.equal(LockStatus.EndNotWeekStart);
        expect(await statusFor(all, { end: odd - 1n })).to.equal(LockStatus.EndTooLate);
        expect(await statusFor(all, { presetWeeks: 5n })).to.equal(LockStatus.NoPreset);
        expect(await statusFor(all, { end: thursday })).to.equal(LockStatus.PositionExists);
        expect(await statusFor(all, { presetWeeks: 4n })).to.equal(LockStatus.PositionExists);
      });

      it("is NoPreset for a lock without an end that was never perpetual", async () => {
        const all = await loadFixture(fixture);
        expect(await statusFor(all, { end: 0n })).to.equal(LockStatus.NoPreset);
      });
    });
  });
}

describe("LegacyStakeWeightBridge, given perpetual locks", () => {
  describe("statusOf", () => {
    it("is Ready for a perpetual lock", async () => {
      const { bridge, erin } = await loadFixture(laterBridged);
      expect(await bridge.statusOf(erin)).to.equal(LockStatus.Ready);
    });

    it("is NoPreset for weeks that are none", async () => {
      const all = await loadFixture(laterBridged);
      for (let presetWeeks = 1n; presetWeeks <= 110n; ++presetWeeks) {
        const isPreset = (presets as readonly bigint[]).includes(presetWeeks);
        const status = isPreset ? LockStatus.Ready : LockStatus.NoPreset;
        expect(await statusFor(all, { presetWeeks })).to.equal(status);
      }
      expect(await statusFor(all, { presetWeeks: 256n + 52n })).to.equal(LockStatus.NoPreset);
      expect(await statusFor(all, { presetWeeks: MaxUint256 })).to.equal(LockStatus.NoPreset);
    });

    it("is PositionExists for a perpetual lock beside a position", async () => {
      const { bridge, stakeWeight, erin } = await loadFixture(laterBridged);
      await stakeWeight.connect(erin).stake(WCT, 52n);
      expect(await bridge.statusOf(erin)).to.equal(LockStatus.PositionExists);
    });
  });
});
