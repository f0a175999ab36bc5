import { loadFixture, setStorageAt } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { toBeHex } from "ethers";
import { WCT } from "../../support/amounts";
import { legacySlots } from "../../support/legacy";
import { bridgedGenerations, laterBridged, LockStatus, State } from "../../support/migration";
import { mappingSlot } from "../../support/storage";
import { DAY, nextAt, WEEK } from "../../support/time";

for (const { name, fixture } of bridgedGenerations) {
  describe(`LegacyStakeWeightBridge, ${name} generation`, () => {
    describe("initiateUnlock", () => {
      it("refuses a lock that has an end", async () => {
        const { bridge, alice, ends } = await loadFixture(fixture);
        await expect(bridge.connect(alice).initiateUnlock())
          .to.be.revertedWithCustomError(bridge, "NotPerpetual")
          .withArgs(alice, ends.alice);
      });

      it("refuses who has no lock", async () => {
        const { bridge, stranger } = await loadFixture(fixture);
        await expect(bridge.connect(stranger).initiateUnlock())
          .to.be.revertedWithCustomError(bridge, "NotPerpetual")
          .withArgs(stranger, 0n);
      });
    });
  });
}

describe("LegacyStakeWeightBridge, given perpetual locks", () => {
  describe("initiateUnlock", () => {
    it("lets the lock end on the last Thursday within its weeks", async () => {
      const { bridge, erin, thursday } = await loadFixture(laterBridged);
      const [, weeks] = await bridge.lockOf(erin);
      await nextAt(thursday + 3n * DAY);
      const end = thursday + weeks * WEEK;
      await expect(bridge.connect(erin).initiateUnlock()).to.emit(bridge, "UnlockInitiated").withArgs(erin, end);
      expect((await bridge.locks(erin)).end).to.equal(end);
    });

    it("returns the end, and cannot be done twice", async () => {
      const { bridge, erin, thursday } = await loadFixture(laterBridged);
      const [, weeks] = await bridge.lockOf(erin);
      await nextAt(thursday);
      const end = thursday + weeks * WEEK;
      expect(await bridge.connect(erin).initiateUnlock.staticCall({ blockTag: "pending" })).to.equal(end);
      await nextAt(thursday);
      await bridge.connect(erin).initiateUnlock();
      await expect(bridge.connect(erin).initiateUnlock())
        .to.be.revertedWithCustomError(bridge, "NotPerpetual")
        .withArgs(erin, end);
    });

    it("lets it arrive as an Unlocking position", async () => {
      const { bridge, stakeWeight, erin } = await loadFixture(laterBridged);
      await bridge.connect(erin).initiateUnlock();
      const { amount, end } = await bridge.locks(erin);
      await bridge.migrate([erin]);
      expect(await stakeWeight.positionOf(erin)).to.deep.equal([amount, 0n, end, State.Unlocking]);
    });

    it("lets it be withdrawn at its end while StakeWeight is paused", async () => {
      const { bridge, stakeWeight, token, pauser, erin } = await loadFixture(laterBridged);
      await stakeWeight.connect(pauser).pause();
      await bridge.connect(erin).initiateUnlock();
      const { amount, end } = await bridge.locks(erin);
      await nextAt(end - 1n);
      await expect(bridge.connect(erin).withdraw()).to.be.revertedWithCustomError(bridge, "LockNotEnded");
      await nextAt(end);
      await expect(bridge.connect(erin).withdraw()).to.changeTokenBalance(token, erin, amount);
    });

    for (const weeks of [0n, 13n, 105n, 106n, 2n ** 255n]) {
      it(`is the way out of a lock of ${weeks} weeks, which no preset has`, async () => {
        const { bridge, stakeWeight, erin, thursday } = await loadFixture(laterBridged);
        const slot = mappingSlot(erin.address, legacySlots.permanentBaseWeeks);
        await setStorageAt(await bridge.getAddress(), slot, toBeHex(weeks, 32));
        expect(await bridge.statusOf(erin)).to.equal(LockStatus.NoPreset);
        await nextAt(thursday + 5n);
        await bridge.connect(erin).initiateUnlock();
        const end = thursday + (weeks > 105n ? 105n : weeks) * WEEK;
        expect((await bridge.locks(erin)).end).to.equal(end);
        await bridge.migrate([erin]);
        expect((await stakeWeight.positionOf(erin)).unlockEnd).to.equal(end);
        expect((await stakeWeight.positionOf(erin)).amount).to.be.at.least(WCT);
      });
    }
  });
});
