import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { WCT } from "../../support/amounts";
import { bridgedGenerations, giveLock, laterBridged, LockStatus } from "../../support/migration";
import { nextAt, WEEK } from "../../support/time";

for (const { name, fixture } of bridgedGenerations) {
  describe(`LegacyStakeWeightBridge, ${name} generation`, () => {
    describe("withdraw", () => {
      it("pays an ended lock to its owner", async () => {
        const { bridge, stakeWeight, token, bob } = await loadFixture(fixture);
        await expect(bridge.connect(bob).withdraw()).to.changeTokenBalances(
          token,
          [bridge, stakeWeight, bob],
          [-500n * WCT, 0n, 500n * WCT],
        );
      });

      it("returns the amount", async () => {
        const { bridge, bob } = await loadFixture(fixture);
        expect(await bridge.connect(bob).withdraw.staticCall()).to.equal(500n * WCT);
      });

      it("emits LockWithdrawn", async () => {
        const { bridge, bob } = await loadFixture(fixture);
        await expect(bridge.connect(bob).withdraw())
          .to.emit(bridge, "LockWithdrawn")
          .withArgs(bob, 500n * WCT);
      });

      it("leaves no lock and takes it off the supply", async () => {
        const { bridge, bob } = await loadFixture(fixture);
        const supply = await bridge.supply();
        await bridge.connect(bob).withdraw();
        expect(await bridge.locks(bob)).to.deep.equal([0n, 0n, 0n]);
        expect(await bridge.statusOf(bob)).to.equal(LockStatus.None);
        expect(await bridge.supply()).to.equal(supply - 500n * WCT);
      });

      it("pays no second time", async () => {
        const { bridge, bob } = await loadFixture(fixture);
        await bridge.connect(bob).withdraw();
        await expect(bridge.connect(bob).withdraw())
          .to.be.revertedWithCustomError(bridge, "LockNotEnded")
          .withArgs(bob, 0n);
      });

      it("pays at the very second of the end and not one earlier", async () => {
        const { bridge, token, alice, ends } = await loadFixture(fixture);
        await nextAt(ends.alice - 1n);
        await expect(bridge.connect(alice).withdraw())
          .to.be.revertedWithCustomError(bridge, "LockNotEnded")
          .withArgs(alice, ends.alice);
        await nextAt(ends.alice);
        await expect(bridge.connect(alice).withdraw()).to.changeTokenBalance(token, alice, 1_000n * WCT);
      });

      it("refuses who has no lock", async () => {
        const { bridge, stranger } = await loadFixture(fixture);
        await expect(bridge.connect(stranger).withdraw())
          .to.be.revertedWithCustomError(bridge, "LockNotEnded")
          .withArgs(stranger, 0n);
      });

      it("refuses a lock that was migrated", async () => {
        const { bridge, bob } = await loadFixture(fixture);
        await bridge.migrate([bob]);
        await expect(bridge.connect(bob).withdraw())
          .to.be.revertedWithCustomError(bridge, "LockNotEnded")
          .withArgs(bob, 0n);
      });

      it("pays what was transferred in for a lock that is partly backed", async () => {
        const { bridge, token, dave, ends } = await loadFixture(fixture);
        const supply = await bridge.supply();
        await nextAt(ends.dave);
        const sent = bridge.connect(dave).withdraw();
        await expect(sent).to.changeTokenBalances(token, [bridge, dave], [-150n * WCT, 150n * WCT]);
        await expect(sent)
          .to.emit(bridge, "LockWithdrawn")
          .withArgs(dave, 150n * WCT);
        expect(await bridge.supply()).to.equal(supply - 200n * WCT);
        expect(await bridge.locks(dave)).to.deep.equal([0n, 0n, 0n]);
      });

      it("refuses a lock for which nothing was transferred in, and keeps it", async () => {
        const { bridge, carol, ends } = await loadFixture(fixture);
        await nextAt(ends.carol);
        await expect(bridge.connect(carol).withdraw())
          .to.be.revertedWithCustomError(bridge, "NothingTransferred")
          .withArgs(carol);
        expect(await bridge.locks(carol)).to.deep.equal([300n * WCT, ends.carol, 0n]);
      });

      it("pays a lock whose end is no week start", async () => {
        const all = await loadFixture(fixture);
        const { bridge, token, stranger, thursday } = all;
        await giveLock(all, stranger, { amount: WCT, end: thursday + 5n, transferredAmount: WCT });
        await nextAt(thursday + 4n);
        await expect(bridge.connect(stranger).withdraw())
          .to.be.revertedWithCustomError(bridge, "LockNotEnded")
          .withArgs(stranger, thursday + 5n);
        await nextAt(thursday + 5n);
        await expect(bridge.connect(stranger).withdraw()).to.changeTokenBalance(token, stranger, WCT);
      });

      it("pays beside a position, which stays as it is", async () => {
        const { bridge, stakeWeight, token, bob } = await loadFixture(fixture);
        await stakeWeight.connect(bob).stake(WCT, 104n);
        await expect(bridge.connect(bob).withdraw()).to.changeTokenBalance(token, bob, 500n * WCT);
        expect((await stakeWeight.positionOf(bob)).amount).to.equal(WCT);
      });

      it("works while StakeWeight is paused", async () => {
        const { bridge, stakeWeight, token, pauser, bob } = await loadFixture(fixture);
        await stakeWeight.connect(pauser).pause();
        await expect(bridge.connect(bob).withdraw()).to.changeTokenBalance(token, bob, 500n * WCT);
      });

      it("works when the bridge is no migrator any more", async () => {
        const { bridge, stakeWeight, token, admin, bob } = await loadFixture(fixture);
        await stakeWeight.connect(admin).revokeRole(await stakeWeight.MIGRATOR_ROLE(), bridge);
        await expect(bridge.connect(bob).withdraw()).to.changeTokenBalance(token, bob, 500n * WCT);
      });
    });
  });
}

describe("LegacyStakeWeightBridge, given perpetual locks", () => {
  describe("withdraw", () => {
    it("refuses a perpetual lock at any time", async () => {
      const { bridge, erin, thursday } = await loadFixture(laterBridged);
      await nextAt(thursday + 300n * WEEK);
      await expect(bridge.connect(erin).withdraw())
        .to.be.revertedWithCustomError(bridge, "LockNotEnded")
        .withArgs(erin, 0n);
    });
  });
});
