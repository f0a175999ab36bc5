import { loadFixture, mine, setStorageAt, takeSnapshot } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { toBeHex } from "ethers";
import { ethers } from "hardhat";
import type { LegacyStakeWeightBridge } from "../../../typechain-types";
import { WCT } from "../../support/amounts";
import { LEGACY_MAX_LOCK_CAP, legacySlots } from "../../support/legacy";
import { type BridgedFixture, bridgedGenerations, laterBridged } from "../../support/migration";
import { elementSlot, mappingSlot } from "../../support/storage";
import { DAY, HOUR, nextAt, WEEK, weekStartOf } from "../../support/time";

interface Total {
  bias: bigint;
  slope: bigint;
  timestamp: bigint;
  blockNumber: bigint;
}

/** The points of the total from `first` on. */
async function pointsFrom(bridge: Pick<LegacyStakeWeightBridge, "epoch" | "pointHistory">, first: bigint) {
  const points: Total[] = [];
  const last = await bridge.epoch();
  for (let index = first; index <= last; ++index) {
    const { bias, slope, timestamp, blockNumber } = await bridge.pointHistory(index);
    points.push({ bias, slope, timestamp, blockNumber });
  }
  return points;
}

const withoutBlock = ({ bias, slope, timestamp }: Total) => [bias, slope, timestamp];

/** Overwrites the last point's bias and slope. */
async function writeLastPoint({ bridge }: Pick<BridgedFixture, "bridge">, bias: bigint, slope: bigint) {
  const slot = elementSlot(await bridge.epoch(), legacySlots.pointHistory, 3n);
  const packed = (BigInt.asUintN(128, slope) << 128n) | BigInt.asUintN(128, bias);
  await setStorageAt(await bridge.getAddress(), slot, toBeHex(packed, 32));
}

async function writeSlopeChange({ bridge }: Pick<BridgedFixture, "bridge">, weekStart: bigint, change: bigint) {
  const slot = mappingSlot(weekStart, legacySlots.slopeChanges);
  await setStorageAt(await bridge.getAddress(), slot, toBeHex(BigInt.asUintN(128, change), 32));
}

/**
 * What the bridge appends by checkpoints at these seconds, and what the legacy implementation appends by the same ones,
 * from the same state.
 */
async function bothPoints({ legacy, bridge }: BridgedFixture, seconds: bigint[]): Promise<[Total[], Total[]]> {
  const first = (await bridge.epoch()) + 1n;
  const checkpoints = async () => {
    for (const second of seconds) {
      await nextAt(second);
      await bridge.checkpoint();
    }
    return pointsFrom(bridge, first);
  };
  const snapshot = await takeSnapshot();
  await mine(1);
  const ofBridge = await checkpoints();
  await snapshot.restore();
  await legacy.proxyAdmin.upgradeAndCall(legacy.addresses.stakeWeight, legacy.addresses.implementation, "0x");
  return [ofBridge, await checkpoints()];
}

for (const { name, fixture } of bridgedGenerations) {
  describe(`LegacyStakeWeightBridge, ${name} generation`, () => {
    describe("checkpointWeeks", () => {
      it("appends in parts what checkpoint appends at once", async () => {
        const { bridge, thursday } = await loadFixture(fixture);
        const first = (await bridge.epoch()) + 1n;
        const time = thursday + 60n * WEEK + HOUR;
        const snapshot = await takeSnapshot();
        await nextAt(time);
        await bridge.checkpoint();
        const atOnce = (await pointsFrom(bridge, first)).map(withoutBlock);
        await snapshot.restore();
        for (const parts of [1n, 25n, 0n, 100n]) {
          const { length } = await pointsFrom(bridge, first);
          await nextAt(time);
          await bridge.checkpointWeeks(parts);
          const appended = (await pointsFrom(bridge, first)).length - length;
          const due = atOnce.length - length;
          expect(appended).to.equal(BigInt(due) < parts ? due : Number(parts));
        }
        expect((await pointsFrom(bridge, first)).map(withoutBlock)).to.deep.equal(atOnce);
      });
    });

    describe("checkpoint", () => {
      it("appends the points of all Thursdays passed and one for now", async () => {
        const { bridge, thursday } = await loadFixture(fixture);
        await nextAt(thursday - DAY);
        await bridge.checkpoint();
        const first = (await bridge.epoch()) + 1n;
        const time = thursday + 3n * WEEK + HOUR;
        await nextAt(time);
        await bridge.checkpoint();
        const points = await pointsFrom(bridge, first);
        expect(points.map(({ timestamp }) => timestamp)).to.deep.equal([
          thursday,
          thursday + WEEK,
          thursday + 2n * WEEK,
          thursday + 3n * WEEK,
          time,
        ]);
      });

      it("appends one point only on a Thursday's own second", async () => {
        const { bridge, thursday } = await loadFixture(fixture);
        await nextAt(thursday - 1n);
        await bridge.checkpoint();
        const first = (await bridge.epoch()) + 1n;
        await nextAt(thursday);
        await bridge.checkpoint();
        expect((await pointsFrom(bridge, first)).map(({ timestamp }) => timestamp)).to.deep.equal([thursday]);
      });

      it("appends nothing within the second of the last point", async () => {
        const { bridge, thursday } = await loadFixture(fixture);
        await nextAt(thursday + 5n);
        await bridge.checkpoint();
        const epoch = await bridge.epoch();
        await nextAt(thursday + 5n);
        await bridge.checkpoint();
        expect(await bridge.epoch()).to.equal(epoch);
        await expect(bridge.pointHistory(epoch + 1n)).to.be.revertedWithPanic(0x32);
        await nextAt(thursday + 6n);
        await bridge.checkpoint();
        expect(await bridge.epoch()).to.equal(epoch + 1n);
      });

      it("appends to the last weight what the legacy implementation would", async () => {
        const all = await loadFixture(fixture);
        const { thursday, ends } = all;
        const seconds = [
          thursday - DAY,
          thursday,
          thursday + 1n,
          thursday + 3n * WEEK,
          thursday + 9n * WEEK + DAY,
          ends.dave,
          ends.dave + WEEK,
          ends.alice - 1n,
          ends.alice,
          ends.alice + 70n * WEEK + 3n,
        ];
        const [ofBridge, ofLegacy] = await bothPoints(all, seconds);
        expect(ofBridge.length).to.be.above(125);
        expect(ofBridge.map(withoutBlock)).to.deep.equal(ofLegacy.map(withoutBlock));
        expect(ofBridge[0]!.bias).to.be.above(0n);
        for (const [index, { blockNumber }] of ofBridge.entries()) {
          expect(blockNumber).to.be.closeTo(ofLegacy[index]!.blockNumber, 1n);
        }
      });

      it("takes the ended lock's slope off at its Thursday", async () => {
        const { bridge, ends } = await loadFixture(fixture);
        await nextAt(ends.dave - 1n);
        await bridge.checkpoint();
        const before = await bridge.pointHistory(await bridge.epoch());
        await nextAt(ends.dave);
        await bridge.checkpoint();
        const after = await bridge.pointHistory(await bridge.epoch());
        expect(before.slope - after.slope).to.equal((200n * WCT) / LEGACY_MAX_LOCK_CAP);
        expect(before.bias - after.bias).to.equal(before.slope);
      });

      it("walks 255 weeks at most, and goes on from there", async () => {
        const { bridge, thursday } = await loadFixture(fixture);
        const epoch = await bridge.epoch();
        const start = weekStartOf((await bridge.pointHistory(epoch)).timestamp);
        const time = thursday + 300n * WEEK;
        await nextAt(time);
        await bridge.checkpoint({ gasLimit: 29_000_000n });
        expect(await bridge.epoch()).to.equal(epoch + 255n);
        expect((await bridge.pointHistory(epoch + 255n)).timestamp).to.equal(start + 255n * WEEK);
        await nextAt(time);
        await bridge.checkpoint();
        const left = (time - start) / WEEK - 255n;
        expect(await bridge.epoch()).to.equal(epoch + 255n + left);
        expect((await bridge.pointHistory(epoch + 255n + left)).timestamp).to.equal(time);
      });

      it("numbers blocks on the straight line since the last point", async () => {
        const { bridge, thursday } = await loadFixture(fixture);
        await nextAt(thursday + DAY);
        await bridge.checkpoint();
        const from = await bridge.pointHistory(await bridge.epoch());
        // More than seconds, so that each counts.
        await mine(10_000_000, { interval: 0 });
        const time = thursday + 4n * WEEK + 2n * DAY;
        await nextAt(time);
        const number = BigInt((await (await bridge.checkpoint()).wait())!.blockNumber);
        const points = await pointsFrom(bridge, (await bridge.epoch()) - 4n);
        expect(points.length).to.equal(5);
        for (const { timestamp, blockNumber } of points) {
          const passed = ((number - from.blockNumber) * (timestamp - from.timestamp)) / (time - from.timestamp);
          expect(blockNumber).to.equal(from.blockNumber + passed);
        }
        expect(points[4]!.blockNumber).to.equal(number);
        expect(number - from.blockNumber).to.be.above(10_000_000n);
      });

      it("lets the weight fall to nothing and not below", async () => {
        const all = await loadFixture(fixture);
        const { bridge, thursday } = all;
        await nextAt(thursday);
        await bridge.checkpoint();
        await writeLastPoint(all, 5n * WEEK + 3n, 5n);
        await nextAt(thursday + WEEK);
        await bridge.checkpoint();
        expect((await bridge.pointHistory(await bridge.epoch())).bias).to.equal(3n);
        await nextAt(thursday + WEEK + 1n);
        await bridge.checkpoint();
        const point = await bridge.pointHistory(await bridge.epoch());
        expect([point.bias, point.slope]).to.deep.equal([0n, 5n]);
      });

      it("lets the slope fall to nothing and not below", async () => {
        const all = await loadFixture(fixture);
        const { bridge, thursday } = all;
        await nextAt(thursday);
        await bridge.checkpoint();
        await writeLastPoint(all, 5n * WEEK + 3n, 5n);
        await writeSlopeChange(all, thursday + WEEK, -6n);
        const [ofBridge, ofLegacy] = await bothPoints(all, [thursday + 2n * WEEK]);
        expect(ofBridge.map(withoutBlock)).to.deep.equal(ofLegacy.map(withoutBlock));
        expect(ofBridge.map(withoutBlock)).to.deep.equal([
          [3n, 0n, thursday + WEEK],
          [3n, 0n, thursday + 2n * WEEK],
        ]);
      });

      it("counts the locks that moved, as if they had stayed", async () => {
        const all = await loadFixture(fixture);
        const { bridge, alice, bob, thursday } = all;
        const snapshot = await takeSnapshot();
        await mine(1);
        await nextAt(thursday + 2n * WEEK);
        await bridge.checkpoint();
        const before = await pointsFrom(bridge, 0n);
        await snapshot.restore();
        await bridge.migrate([alice, bob]);
        await nextAt(thursday + 2n * WEEK);
        await bridge.checkpoint();
        expect((await pointsFrom(bridge, 0n)).map(withoutBlock)).to.deep.equal(before.map(withoutBlock));
      });

      it("works while StakeWeight is paused", async () => {
        const { bridge, stakeWeight, pauser, stranger, thursday } = await loadFixture(fixture);
        await stakeWeight.connect(pauser).pause();
        await nextAt(thursday + 1n);
        await bridge.connect(stranger).checkpoint();
        expect((await bridge.pointHistory(await bridge.epoch())).timestamp).to.equal(thursday + 1n);
      });

      it("finds into step with points that the epoch does not tell of", async () => {
        const { bridge, thursday } = await loadFixture(fixture);
        const epoch = await bridge.epoch();
        await setStorageAt(await bridge.getAddress(), legacySlots.epoch, toBeHex(epoch - 1n, 32));
        await nextAt(thursday + 1n);
        await bridge.checkpoint();
        expect((await bridge.pointHistory(await bridge.epoch())).timestamp).to.equal(thursday + 1n);
      });

      it("keeps the epoch in step with the points", async () => {
        const { bridge, thursday } = await loadFixture(fixture);
        await nextAt(thursday + 20n * WEEK);
        await bridge.checkpoint();
        const length = await ethers.provider.getStorage(bridge, legacySlots.pointHistory);
        expect(BigInt(length)).to.equal((await bridge.epoch()) + 1n);
      });
    });
  });
}

describe("LegacyStakeWeightBridge, given perpetual locks", () => {
  describe("checkpoint", () => {
    it("records the perpetual weight with every point, moved or not", async () => {
      const { bridge, erin, thursday } = await loadFixture(laterBridged);
      const weight = (700n * WCT * 52n * WEEK) / LEGACY_MAX_LOCK_CAP;
      await nextAt(thursday + 2n * WEEK + HOUR);
      await bridge.checkpoint();
      await bridge.migrate([erin]);
      const first = (await bridge.epoch()) - 3n;
      await nextAt(thursday + 4n * WEEK + HOUR);
      await bridge.checkpoint();
      const last = await bridge.epoch();
      expect(last).to.equal(first + 6n);
      for (let epoch = first; epoch <= last; ++epoch) {
        expect(await bridge.permanentSupplyByEpoch(epoch)).to.equal(weight);
      }
      expect(await bridge.permanentSupplyByEpoch(last + 1n)).to.equal(0n);
    });

    it("keeps no perpetual weight in the points themselves", async () => {
      const { bridge, ends } = await loadFixture(laterBridged);
      await nextAt(ends.alice);
      await bridge.checkpoint();
      const point = await bridge.pointHistory(await bridge.epoch());
      expect(point.slope).to.equal(0n);
      expect(point.bias).to.be.below(10n ** 9n);
    });
  });
});
