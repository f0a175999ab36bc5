import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { WCT } from "../../support/amounts";
import { bridgedGenerations, giveLock, laterBridged, LockStatus, State } from "../../support/migration";
import { nextAt, WEEK } from "../../support/time";

for (const { name, fixture } of bridgedGenerations) {
  /** alice, whose lock lasts for another 50 weeks and some days, is Locked with 10 WCT for 52 weeks. */
  const alicePositioned = async () => {
    const all = await fixture();
    await all.stakeWeight.connect(all.alice).stake(10n * WCT, 52n);
    return all;
  };

  describe(`LegacyStakeWeightBridge, ${name} generation`, () => {
    describe("join", () => {
      it("adds the lock to the position, on the position's terms", async () => {
        const { bridge, stakeWeight, alice } = await loadFixture(alicePositioned);
        await bridge.connect(alice).join();
        expect(await stakeWeight.positionOf(alice)).to.deep.equal([1_010n * WCT, 52n, 0n, State.Locked]);
      });

      it("moves the lock's tokens and nobody's else", async () => {
        const { bridge, stakeWeight, token, alice } = await loadFixture(alicePositioned);
        await expect(bridge.connect(alice).join()).to.changeTokenBalances(
          token,
          [bridge, stakeWeight, alice],
          [-1_000n * WCT, 1_000n * WCT, 0n],
        );
        expect(await token.allowance(bridge, stakeWeight)).to.equal(0n);
      });

      it("returns the amount", async () => {
        const { bridge, alice } = await loadFixture(alicePositioned);
        expect(await bridge.connect(alice).join.staticCall()).to.equal(1_000n * WCT);
      });

      it("leaves no lock and takes it off the supply", async () => {
        const { bridge, alice } = await loadFixture(alicePositioned);
        const supply = await bridge.supply();
        await bridge.connect(alice).join();
        expect(await bridge.locks(alice)).to.deep.equal([0n, 0n, 0n]);
        expect(await bridge.supply()).to.equal(supply - 1_000n * WCT);
      });

      it("emits LockJoined, and AmountIncreased at its destination", async () => {
        const { bridge, stakeWeight, alice } = await loadFixture(alicePositioned);
        await expect(bridge.connect(alice).join())
          .to.emit(bridge, "LockJoined")
          .withArgs(alice, 1_000n * WCT)
          .and.to.emit(stakeWeight, "AmountIncreased")
          .withArgs(alice, bridge, 1_000n * WCT, 1_010n * WCT);
      });

      it("refuses a second time", async () => {
        const { bridge, alice } = await loadFixture(alicePositioned);
        await bridge.connect(alice).join();
        await expect(bridge.connect(alice).join())
          .to.be.revertedWithCustomError(bridge, "CannotJoin")
          .withArgs(alice, LockStatus.None);
      });

      it("refuses a lock that waits for nothing: migrate moves it", async () => {
        const { bridge, alice } = await loadFixture(fixture);
        await expect(bridge.connect(alice).join())
          .to.be.revertedWithCustomError(bridge, "CannotJoin")
          .withArgs(alice, LockStatus.Ready);
      });

      it("refuses a lock that is not backed, whatever the position", async () => {
        const { bridge, stakeWeight, carol, dave } = await loadFixture(fixture);
        await stakeWeight.connect(carol).stake(WCT, 104n);
        await stakeWeight.connect(dave).stake(WCT, 104n);
        for (const owner of [carol, dave]) {
          await expect(bridge.connect(owner).join())
            .to.be.revertedWithCustomError(bridge, "CannotJoin")
            .withArgs(owner, LockStatus.NotBacked);
        }
      });

      it("refuses a position that lasts a second less than the lock", async () => {
        const { bridge, stakeWeight, alice, ends } = await loadFixture(fixture);
        await stakeWeight.connect(alice).stake(10n * WCT, 26n);
        await nextAt(ends.alice - 26n * WEEK - 1n);
        await expect(bridge.connect(alice).join())
          .to.be.revertedWithCustomError(bridge, "LockOutlastsPosition")
          .withArgs(26n * WEEK + 1n, 26n * WEEK);
        await nextAt(ends.alice - 26n * WEEK);
        await bridge.connect(alice).join();
        expect((await stakeWeight.positionOf(alice)).amount).to.equal(1_010n * WCT);
      });

      it("joins an Unlocking position that ends later, and keeps that end", async () => {
        const { bridge, stakeWeight, alice, ends } = await loadFixture(alicePositioned);
        // Five weeks later than the lock.
        await nextAt(ends.alice - 52n * WEEK + 5n * WEEK);
        await stakeWeight.connect(alice).initiateUnlock();
        await bridge.connect(alice).join();
        expect(await stakeWeight.positionOf(alice)).to.deep.equal([
          1_010n * WCT,
          52n,
          ends.alice + 5n * WEEK,
          State.Unlocking,
        ]);
      });

      it("joins an Unlocking position of the very same end", async () => {
        const { bridge, stakeWeight, alice, ends } = await loadFixture(fixture);
        await stakeWeight.connect(alice).stake(10n * WCT, 26n);
        await nextAt(ends.alice - 26n * WEEK + 3n);
        await stakeWeight.connect(alice).initiateUnlock();
        await bridge.connect(alice).join();
        expect(await stakeWeight.positionOf(alice)).to.deep.equal([1_010n * WCT, 26n, ends.alice, State.Unlocking]);
      });

      it("refuses an Unlocking position that ends a week earlier, until it is relocked", async () => {
        const { bridge, stakeWeight, alice, ends } = await loadFixture(fixture);
        await stakeWeight.connect(alice).stake(10n * WCT, 26n);
        const second = ends.alice - 27n * WEEK + 3n;
        await nextAt(second);
        await stakeWeight.connect(alice).initiateUnlock();
        await nextAt(second + 10n);
        await expect(bridge.connect(alice).join())
          .to.be.revertedWithCustomError(bridge, "LockOutlastsPosition")
          .withArgs(27n * WEEK - 13n, 26n * WEEK - 13n);
        await stakeWeight.connect(alice).relock(52n);
        await bridge.connect(alice).join();
        expect(await stakeWeight.positionOf(alice)).to.deep.equal([1_010n * WCT, 52n, 0n, State.Locked]);
      });

      it("adds an ended lock if its owner wants that", async () => {
        const { bridge, stakeWeight, bob } = await loadFixture(fixture);
        await stakeWeight.connect(bob).stake(10n * WCT, 4n);
        await bridge.connect(bob).join();
        expect(await stakeWeight.positionOf(bob)).to.deep.equal([510n * WCT, 4n, 0n, State.Locked]);
      });

      it("refuses an Unlocked position while the lock runs", async () => {
        const { bridge, stakeWeight, alice, thursday, ends } = await loadFixture(fixture);
        await stakeWeight.connect(alice).stake(10n * WCT, 4n);
        await stakeWeight.connect(alice).initiateUnlock();
        await nextAt(thursday + 3n * WEEK);
        await expect(bridge.connect(alice).join())
          .to.be.revertedWithCustomError(bridge, "LockOutlastsPosition")
          .withArgs(ends.alice - thursday - 3n * WEEK, 0n);
      });

      it("refuses an Unlocked position once the lock has ended, too", async () => {
        const { bridge, stakeWeight, bob, thursday } = await loadFixture(fixture);
        await stakeWeight.connect(bob).stake(10n * WCT, 4n);
        await stakeWeight.connect(bob).initiateUnlock();
        await nextAt(thursday + 3n * WEEK);
        await expect(bridge.connect(bob).join())
          .to.be.revertedWithCustomError(stakeWeight, "NoActivePosition")
          .withArgs(bob, State.Unlocked);
        expect((await bridge.locks(bob)).amount).to.equal(500n * WCT);
      });

      it("refuses while StakeWeight is paused", async () => {
        const { bridge, stakeWeight, pauser, alice } = await loadFixture(alicePositioned);
        await stakeWeight.connect(pauser).pause();
        await expect(bridge.connect(alice).join()).to.be.revertedWithCustomError(stakeWeight, "EnforcedPause");
        expect((await bridge.locks(alice)).amount).to.equal(1_000n * WCT);
      });

      it("refuses unless the bridge is StakeWeight's migrator", async () => {
        const { bridge, stakeWeight, admin, alice } = await loadFixture(alicePositioned);
        await stakeWeight.connect(admin).revokeRole(await stakeWeight.MIGRATOR_ROLE(), bridge);
        await expect(bridge.connect(alice).join())
          .to.be.revertedWithCustomError(stakeWeight, "NotOperator")
          .withArgs(bridge, alice);
      });

      it("never lets the joined tokens out before the lock's end", async () => {
        const { bridge, stakeWeight, alice, ends } = await loadFixture(fixture);
        await stakeWeight.connect(alice).stake(10n * WCT, 26n);
        await nextAt(ends.alice - 26n * WEEK);
        await bridge.connect(alice).join();
        await nextAt(ends.alice - 26n * WEEK);
        await stakeWeight.connect(alice).initiateUnlock();
        expect((await stakeWeight.positionOf(alice)).unlockEnd).to.equal(ends.alice);
      });
    });
  });
}

describe("LegacyStakeWeightBridge, given perpetual locks", () => {
  describe("join", () => {
    it("adds to a Locked position of the same preset", async () => {
      const { bridge, stakeWeight, erin } = await loadFixture(laterBridged);
      await stakeWeight.connect(erin).stake(WCT, 52n);
      await bridge.connect(erin).join();
      expect(await stakeWeight.positionOf(erin)).to.deep.equal([701n * WCT, 52n, 0n, State.Locked]);
    });

    it("refuses a Locked position of a shorter preset", async () => {
      const { bridge, stakeWeight, erin } = await loadFixture(laterBridged);
      await stakeWeight.connect(erin).stake(WCT, 26n);
      await expect(bridge.connect(erin).join())
        .to.be.revertedWithCustomError(bridge, "LockOutlastsPosition")
        .withArgs(52n * WEEK, 26n * WEEK);
    });

    it("refuses a Locked position of the same preset once it unlocks", async () => {
      const { bridge, stakeWeight, erin, thursday } = await loadFixture(laterBridged);
      await stakeWeight.connect(erin).stake(WCT, 52n);
      await nextAt(thursday + 1n);
      await stakeWeight.connect(erin).initiateUnlock();
      await nextAt(thursday + 2n);
      await expect(bridge.connect(erin).join())
        .to.be.revertedWithCustomError(bridge, "LockOutlastsPosition")
        .withArgs(52n * WEEK, 52n * WEEK - 2n);
    });

    it("adds to an Unlocking position that lasts longer than the preset", async () => {
      const { bridge, stakeWeight, erin, thursday } = await loadFixture(laterBridged);
      await stakeWeight.connect(erin).stake(WCT, 78n);
      await stakeWeight.connect(erin).initiateUnlock();
      await bridge.connect(erin).join();
      const end = thursday + 77n * WEEK;
      expect(await stakeWeight.positionOf(erin)).to.deep.equal([701n * WCT, 78n, end, State.Unlocking]);
    });

    it("refuses a perpetual lock without a preset", async () => {
      const all = await loadFixture(laterBridged);
      const { bridge, stakeWeight, alice } = all;
      await giveLock(all, alice, { amount: WCT, end: 0n, transferredAmount: WCT, presetWeeks: 53n });
      await stakeWeight.connect(alice).stake(WCT, 104n);
      await expect(bridge.connect(alice).join())
        .to.be.revertedWithCustomError(bridge, "CannotJoin")
        .withArgs(alice, LockStatus.NoPreset);
    });
  });
});
