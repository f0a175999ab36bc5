import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { toBeHex } from "ethers";
import { ethers, upgrades } from "hardhat";
import { WCT } from "../../support/amounts";
import { legacySlots } from "../../support/legacy";
import {
  type BridgedFixture,
  bridgedGenerations,
  laterBridged,
  upgradeToBridge,
  withLocks,
} from "../../support/migration";
import { elementSlot, field, mappingSlot, readSlot } from "../../support/storage";
import { nextAt, WEEK } from "../../support/time";

/** The slots that were written by the transaction and hold another value than before it. */
async function slotsChangedBy(bridge: BridgedFixture["bridge"], send: () => Promise<{ hash: string }>) {
  const { hash } = await send();
  const trace = (await ethers.provider.send("debug_traceTransaction", [hash])) as {
    structLogs: { op: string; stack: string[]; depth: number }[];
  };
  const written = new Set<bigint>();
  for (const { op, stack } of trace.structLogs) {
    if (op === "SSTORE") written.add(BigInt(toBeHex(`0x${stack.at(-1)!.replace(/^0x/, "")}`)));
  }
  const block = (await ethers.provider.getTransactionReceipt(hash))!.blockNumber;
  const address = await bridge.getAddress();
  const changed = new Set<bigint>();
  for (const slot of written) {
    const [before, after] = await Promise.all([
      ethers.provider.getStorage(address, slot, block - 1),
      ethers.provider.getStorage(address, slot, block),
    ]);
    if (before !== after) changed.add(slot);
  }
  return changed;
}

function lockSlots(owner: { address: string }): bigint[] {
  const slot = mappingSlot(owner.address, legacySlots.locks);
  return [slot, slot + 1n, slot + 2n];
}

for (const { name, fixture } of bridgedGenerations) {
  describe(`LegacyStakeWeightBridge, ${name} generation`, () => {
    describe("storage", () => {
      it("passes the check of upgrades", async () => {
        const { stakeWeight } = await loadFixture(fixture);
        const factory = await ethers.getContractFactory("LegacyStakeWeightBridge");
        const validation = { kind: "transparent" as const, constructorArgs: [await stakeWeight.getAddress()] };
        await upgrades.validateImplementation(factory, validation);
      });

      it("is read where the legacy contract wrote it", async () => {
        const { bridge, alice, dave, ends, legacy } = await loadFixture(fixture);
        expect(await readSlot(bridge, legacySlots.config)).to.equal(BigInt(legacy.addresses.config));
        expect(await readSlot(bridge, legacySlots.supply)).to.equal(await bridge.supply());
        expect(await readSlot(bridge, legacySlots.epoch)).to.equal(await bridge.epoch());
        const [amount, end, transferred] = lockSlots(dave);
        expect(await readSlot(bridge, amount!)).to.equal(200n * WCT);
        expect(await readSlot(bridge, end!)).to.equal(ends.dave);
        expect(await readSlot(bridge, transferred!)).to.equal(150n * WCT);
        expect(await readSlot(bridge, mappingSlot(alice.address, legacySlots.userPointEpoch))).to.equal(1n);
      });

      it("loses the three slots of a lock and its amount of the supply by migrate", async () => {
        const { bridge, alice } = await loadFixture(fixture);
        const changed = await slotsChangedBy(bridge, () => bridge.migrate([alice]));
        expect(changed).to.deep.equal(new Set([...lockSlots(alice), legacySlots.supply]));
        for (const slot of lockSlots(alice)) expect(await readSlot(bridge, slot)).to.equal(0n);
      });

      it("loses the same by join", async () => {
        const { bridge, stakeWeight, alice } = await loadFixture(fixture);
        await stakeWeight.connect(alice).stake(WCT, 104n);
        const changed = await slotsChangedBy(bridge, () => bridge.connect(alice).join());
        expect(changed).to.deep.equal(new Set([...lockSlots(alice), legacySlots.supply]));
      });

      it("loses the same by withdraw", async () => {
        const { bridge, bob } = await loadFixture(fixture);
        const changed = await slotsChangedBy(bridge, () => bridge.connect(bob).withdraw());
        expect(changed).to.deep.equal(new Set([...lockSlots(bob), legacySlots.supply]));
      });

      it("gains the points and the epoch by checkpoint", async () => {
        const { bridge, thursday } = await loadFixture(fixture);
        await bridge.checkpoint();
        await nextAt(thursday + WEEK);
        const changed = await slotsChangedBy(bridge, () => bridge.checkpoint());
        const epoch = await bridge.epoch();
        const expected = new Set([legacySlots.epoch, legacySlots.pointHistory]);
        for (const index of [epoch - 1n, epoch]) {
          const slot = elementSlot(index, legacySlots.pointHistory, 3n);
          for (const offset of [0n, 1n, 2n]) expected.add(slot + offset);
          if (name === "later") expected.add(mappingSlot(index, legacySlots.globalPermanentSupplyAtEpoch));
        }
        expect(changed).to.deep.equal(expected);
      });

      it("keeps bias and slope of a point in one slot", async () => {
        const { bridge, thursday } = await loadFixture(fixture);
        await nextAt(thursday);
        await bridge.checkpoint();
        const epoch = await bridge.epoch();
        const point = await bridge.pointHistory(epoch);
        const slot = elementSlot(epoch, legacySlots.pointHistory, 3n);
        const packed = await readSlot(bridge, slot);
        expect([field(packed, 0n, 128n), field(packed, 128n, 128n)]).to.deep.equal([point.bias, point.slope]);
        expect(point.bias).to.be.above(point.slope);
        expect(await readSlot(bridge, slot + 1n)).to.equal(thursday);
        expect(await readSlot(bridge, slot + 2n)).to.equal(point.blockNumber);
      });

      it("can go back to the legacy implementation, which finds all as it was", async () => {
        const all = await withLocks(name === "first" ? 1 : 2);
        const { legacy, alice, bob, token, thursday, ends } = all;
        await upgradeToBridge(all);
        await legacy.proxyAdmin.upgradeAndCall(legacy.addresses.stakeWeight, legacy.addresses.implementation, "0x");
        await nextAt(thursday);
        await legacy.stakeWeight.connect(alice).increaseLockAmount(WCT);
        expect(await legacy.stakeWeight.locks(alice)).to.deep.equal([1_001n * WCT, ends.alice, 1_001n * WCT]);
        await expect(legacy.stakeWeight.connect(bob).withdrawAll()).to.changeTokenBalance(token, bob, 500n * WCT);
      });
    });
  });
}

describe("LegacyStakeWeightBridge, given perpetual locks", () => {
  describe("storage", () => {
    it("keeps of a migrated perpetual lock what its past weight needs", async () => {
      const { bridge, erin } = await loadFixture(laterBridged);
      const changed = await slotsChangedBy(bridge, () => bridge.migrate([erin]));
      const [amount, , transferred] = lockSlots(erin);
      expect(changed).to.deep.equal(new Set([amount, transferred, legacySlots.supply]));
      expect(await readSlot(bridge, mappingSlot(erin.address, legacySlots.permanentBaseWeeks))).to.equal(52n);
      expect(await readSlot(bridge, legacySlots.permanentTotalSupply)).to.be.above(0n);
    });
  });
});
