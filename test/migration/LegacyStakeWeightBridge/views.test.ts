import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { WCT } from "../../support/amounts";
import {
  type BridgedFixture,
  bridgedGenerations,
  laterBridged,
  upgradeToBridge,
  withLocks,
  writeLock,
} from "../../support/migration";

/** All that the legacy contract of both generations tells under the same names. */
async function told({ legacy, alice, bob, carol, dave, stranger }: Omit<BridgedFixture, "bridge">) {
  const { stakeWeight } = legacy;
  const epoch = await stakeWeight.epoch();
  const values: unknown[] = [epoch, await stakeWeight.supply()];
  for (let index = 0n; index <= epoch; ++index) values.push(await stakeWeight.pointHistory(index));
  for (const owner of [alice, bob, carol, dave, stranger]) {
    const last = await stakeWeight.userPointEpoch(owner);
    values.push(last, await stakeWeight.locks(owner));
    for (let index = 0n; index < last; ++index) values.push(await stakeWeight.userPointHistory(owner, index + 1n));
  }
  return values;
}

for (const { name, fixture } of bridgedGenerations) {
  describe(`LegacyStakeWeightBridge, ${name} generation`, () => {
    describe("what the legacy distributor reads", () => {
      it("is the same after the upgrade as before", async () => {
        const all = await withLocks(name === "first" ? 1 : 2);
        const before = await told(all);
        await upgradeToBridge(all);
        expect(await told(all)).to.deep.equal(before);
      });

      it("stays the same when locks are moved, joined and withdrawn, but for locks and supply", async () => {
        const all = await loadFixture(fixture);
        const { bridge, stakeWeight, alice, bob } = all;
        const owners = [alice, bob];
        const read = async () => [
          await bridge.epoch(),
          ...(await Promise.all(owners.map((owner) => bridge.userPointEpoch(owner)))),
          ...(await Promise.all(owners.map((owner) => bridge.userPointHistory(owner, 1n)))),
          await bridge.pointHistory(await bridge.epoch()),
        ];
        const before = await read();
        await stakeWeight.connect(alice).stake(WCT, 104n);
        await bridge.connect(alice).join();
        await bridge.connect(bob).withdraw();
        expect(await read()).to.deep.equal(before);
      });

      it("ends where the points end", async () => {
        const { bridge, alice, stranger } = await loadFixture(fixture);
        await expect(bridge.pointHistory((await bridge.epoch()) + 1n)).to.be.revertedWithPanic(0x32);
        await expect(bridge.userPointHistory(alice, 2n)).to.be.revertedWithPanic(0x32);
        await expect(bridge.userPointHistory(stranger, 0n)).to.be.revertedWithPanic(0x32);
        expect(await bridge.userPointEpoch(stranger)).to.equal(0n);
      });

      it("begins with an empty point of an account", async () => {
        const { bridge, alice } = await loadFixture(fixture);
        expect(await bridge.userPointHistory(alice, 0n)).to.deep.equal([0n, 0n, 0n, 0n]);
      });
    });

    describe("lockOf", () => {
      it("tells the lock, and no preset of one that ends", async () => {
        const { bridge, alice, carol, dave, ends } = await loadFixture(fixture);
        expect(await bridge.lockOf(alice)).to.deep.equal([[1_000n * WCT, ends.alice, 1_000n * WCT], 0n]);
        expect(await bridge.lockOf(carol)).to.deep.equal([[300n * WCT, ends.carol, 0n], 0n]);
        expect(await bridge.lockOf(dave)).to.deep.equal([[200n * WCT, ends.dave, 150n * WCT], 0n]);
      });

      it("tells no preset that was left over", async () => {
        const { bridge, alice, stranger, ends } = await loadFixture(fixture);
        const lock = { amount: WCT, end: ends.alice, transferredAmount: WCT };
        await writeLock(bridge, alice, { ...lock, presetWeeks: 52n });
        expect(await bridge.lockOf(alice)).to.deep.equal([[WCT, ends.alice, WCT], 0n]);
        for (const amount of [0n, -1n]) {
          await writeLock(bridge, stranger, { amount, end: 0n, transferredAmount: 0n, presetWeeks: 52n });
          expect(await bridge.lockOf(stranger)).to.deep.equal([[amount, 0n, 0n], 0n]);
        }
      });
    });

    describe("locks", () => {
      it("tells the lock as the legacy contract did", async () => {
        const { bridge, bob, stranger, ends } = await loadFixture(fixture);
        expect(await bridge.locks(bob)).to.deep.equal([500n * WCT, ends.bob, 500n * WCT]);
        expect(await bridge.locks(stranger)).to.deep.equal([0n, 0n, 0n]);
      });
    });

    describe("config", () => {
      it("tells the legacy configuration", async () => {
        const { bridge, legacy } = await loadFixture(fixture);
        expect(await bridge.config()).to.equal(legacy.addresses.config);
      });
    });

    describe("supply", () => {
      it("is the sum of the amounts that are here, backed or not", async () => {
        const { bridge, alice, bob, carol, dave, erin } = await loadFixture(fixture);
        const sum = async () => {
          let amounts = 0n;
          for (const owner of [alice, bob, carol, dave, erin]) amounts += (await bridge.locks(owner)).amount;
          return amounts;
        };
        expect(await bridge.supply()).to.equal(await sum());
        await bridge.migrate([alice, carol]);
        await bridge.connect(bob).withdraw();
        expect(await bridge.supply()).to.equal(await sum());
        expect(await sum()).to.be.above(0n);
      });
    });
  });
}

describe("LegacyStakeWeightBridge, given perpetual locks", () => {
  describe("lockOf", () => {
    it("tells the preset of a perpetual lock, until it is moved", async () => {
      const { bridge, erin } = await loadFixture(laterBridged);
      expect(await bridge.lockOf(erin)).to.deep.equal([[700n * WCT, 0n, 700n * WCT], 52n]);
      await bridge.migrate([erin]);
      expect(await bridge.lockOf(erin)).to.deep.equal([[0n, 0n, 0n], 0n]);
    });

    it("tells the preset of one of a single wei", async () => {
      const { bridge, stranger } = await loadFixture(laterBridged);
      await writeLock(bridge, stranger, { amount: 1n, end: 0n, transferredAmount: 1n, presetWeeks: 26n });
      expect(await bridge.lockOf(stranger)).to.deep.equal([[1n, 0n, 1n], 26n]);
    });
  });
});
