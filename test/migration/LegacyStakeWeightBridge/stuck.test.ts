import { loadFixture, setStorageAt } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { toBeHex, ZeroAddress } from "ethers";
import { WCT } from "../../support/amounts";
import { legacySlots } from "../../support/legacy";
import { bridgedGenerations, giveLock, LockStatus, upgradeToBridge, withLocks } from "../../support/migration";
import { nextAt, WEEK } from "../../support/time";

for (const { name, fixture } of bridgedGenerations) {
  describe(`LegacyStakeWeightBridge, ${name} generation`, () => {
    describe("given a supply that counts only what was transferred in", () => {
      it("lets everybody leave and move all the same", async () => {
        const all = await loadFixture(fixture);
        const { bridge, stakeWeight, token, alice, bob, dave, erin, ends } = all;
        await setStorageAt(await bridge.getAddress(), legacySlots.supply, toBeHex(await token.balanceOf(bridge), 32));
        await nextAt(ends.dave);
        await expect(bridge.connect(dave).withdraw()).to.changeTokenBalance(token, dave, 150n * WCT);
        await bridge.migrate([alice, erin]);
        await bridge.migrate([bob]);
        expect((await stakeWeight.positionOf(bob)).amount).to.equal(500n * WCT);
      });
    });

    describe("given a lock of the zero address", () => {
      it("moves the others of the batch", async () => {
        const all = await loadFixture(fixture);
        const { bridge, stakeWeight, alice, thursday } = all;
        await giveLock(all, ZeroAddress, { amount: WCT, end: thursday, transferredAmount: WCT });
        await bridge.migrate([ZeroAddress, alice]);
        expect((await stakeWeight.positionOf(alice)).amount).to.equal(1_000n * WCT);
      });
    });
  });
}

describe("LegacyStakeWeightBridge, given perpetual locks", () => {
  /** 50 of dave's 200 WCT were never transferred in when he made his lock perpetual, with 12 weeks. */
  async function perpetualPartly() {
    const all = await withLocks(2);
    await all.legacy.stakeWeight.connect(all.dave).convertToPermanent(12n);
    return { ...all, bridge: await upgradeToBridge(all) };
  }

  describe("given one that is partly backed", () => {
    it("lets its owner end it as before, and take out what was transferred in", async () => {
      const { bridge, token, dave, thursday } = await loadFixture(perpetualPartly);
      expect(await bridge.statusOf(dave)).to.equal(LockStatus.NotBacked);
      await nextAt(thursday);
      await bridge.connect(dave).initiateUnlock();
      const end = thursday + 12n * WEEK;
      expect(await bridge.locks(dave)).to.deep.equal([200n * WCT, end, 150n * WCT]);
      await nextAt(end);
      await expect(bridge.connect(dave).withdraw()).to.changeTokenBalance(token, dave, 150n * WCT);
    });
  });
});
