import { loadFixture, setStorageAt } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { toBeHex, zeroPadValue } from "ethers";
import { ethers } from "hardhat";
import { MAX_AMOUNT, presets, WCT, weightOf } from "../../support/amounts";
import { legacySlots } from "../../support/legacy";
import {
  bridgedGenerations,
  giveLock,
  laterBridged,
  LockStatus,
  State,
  upgradeToBridge,
  withLocks,
  writeLock,
} from "../../support/migration";
import { DAY, nextAt, warpTo, WEEK } from "../../support/time";

for (const { name, fixture } of bridgedGenerations) {
  describe(`LegacyStakeWeightBridge, ${name} generation`, () => {
    describe("migrate", () => {
      it("opens an Unlocking position with the lock's amount and end", async () => {
        const { bridge, stakeWeight, alice, ends } = await loadFixture(fixture);
        await bridge.migrate([alice]);
        expect(await stakeWeight.positionOf(alice)).to.deep.equal([1_000n * WCT, 0n, ends.alice, State.Unlocking]);
      });

      it("opens an Unlocked position for a lock that has ended", async () => {
        const { bridge, stakeWeight, bob, ends } = await loadFixture(fixture);
        await bridge.migrate([bob]);
        expect(await stakeWeight.positionOf(bob)).to.deep.equal([500n * WCT, 0n, ends.bob, State.Unlocked]);
      });

      it("moves the tokens of all, once", async () => {
        const { bridge, stakeWeight, token, stranger, alice, bob, carol, dave } = await loadFixture(fixture);
        await expect(bridge.connect(stranger).migrate([alice, bob, carol, dave])).to.changeTokenBalances(
          token,
          [bridge, stakeWeight, stranger, alice, bob, carol, dave],
          [-1_500n * WCT, 1_500n * WCT, 0n, 0n, 0n, 0n, 0n],
        );
        expect(await stakeWeight.totalStaked()).to.equal(1_500n * WCT);
      });

      it("returns what it moved", async () => {
        const { bridge, alice, bob, carol, dave, stranger } = await loadFixture(fixture);
        expect(await bridge.migrate.staticCall([alice, bob, carol, dave, stranger])).to.equal(1_500n * WCT);
        expect(await bridge.migrate.staticCall([bob])).to.equal(500n * WCT);
        expect(await bridge.migrate.staticCall([carol, stranger])).to.equal(0n);
        expect(await bridge.migrate.staticCall([])).to.equal(0n);
      });

      it("takes the amounts off the supply", async () => {
        const { bridge, alice, bob, carol, dave } = await loadFixture(fixture);
        const before = await bridge.supply();
        await bridge.migrate([carol, alice, dave]);
        expect(await bridge.supply()).to.equal(before - 1_000n * WCT);
        await bridge.migrate([bob]);
        expect(await bridge.supply()).to.equal(before - 1_500n * WCT);
      });

      it("leaves no lock behind and no allowance", async () => {
        const { bridge, stakeWeight, token, alice, bob } = await loadFixture(fixture);
        await bridge.migrate([alice, bob]);
        for (const owner of [alice, bob]) {
          expect(await bridge.locks(owner)).to.deep.equal([0n, 0n, 0n]);
          expect(await bridge.statusOf(owner)).to.equal(LockStatus.None);
        }
        expect(await token.allowance(bridge, stakeWeight)).to.equal(0n);
      });

      it("emits LockMigrated per lock, and Migrated at its destination", async () => {
        const { bridge, stakeWeight, alice, bob, ends } = await loadFixture(fixture);
        const sent = bridge.migrate([alice, bob]);
        await expect(sent)
          .to.emit(bridge, "LockMigrated")
          .withArgs(alice, 1_000n * WCT)
          .and.to.emit(bridge, "LockMigrated")
          .withArgs(bob, 500n * WCT);
        await expect(sent)
          .to.emit(stakeWeight, "Migrated")
          .withArgs(alice, 1_000n * WCT, 0n, ends.alice)
          .and.to.emit(stakeWeight, "Migrated")
          .withArgs(bob, 500n * WCT, 0n, ends.bob);
        await expect(sent).not.to.emit(bridge, "LockLeft");
      });

      it("tells which locks stay, and why", async () => {
        const { bridge, stakeWeight, alice, carol, dave, stranger } = await loadFixture(fixture);
        await stakeWeight.connect(alice).stake(1n, 4n);
        const sent = bridge.migrate([alice, carol, dave, stranger]);
        await expect(sent)
          .to.emit(bridge, "LockLeft")
          .withArgs(alice, LockStatus.PositionExists)
          .and.to.emit(bridge, "LockLeft")
          .withArgs(carol, LockStatus.NotBacked)
          .and.to.emit(bridge, "LockLeft")
          .withArgs(dave, LockStatus.NotBacked);
        await expect(sent).not.to.emit(bridge, "LockMigrated");
        expect((await (await sent).wait())!.logs.length).to.equal(3);
      });

      it("changes nothing about what stays", async () => {
        const { bridge, token, stakeWeight, carol, dave, ends } = await loadFixture(fixture);
        const supply = await bridge.supply();
        await expect(bridge.migrate([carol, dave])).to.changeTokenBalances(token, [bridge, stakeWeight], [0n, 0n]);
        expect(await bridge.locks(carol)).to.deep.equal([300n * WCT, ends.carol, 0n]);
        expect(await bridge.locks(dave)).to.deep.equal([200n * WCT, ends.dave, 150n * WCT]);
        expect(await bridge.supply()).to.equal(supply);
        for (const owner of [carol, dave]) {
          expect(await stakeWeight.positionOf(owner)).to.deep.equal([0n, 0n, 0n, State.None]);
        }
      });

      it("is silent about accounts without a lock, and about none at all", async () => {
        const { bridge, stakeWeight, stranger } = await loadFixture(fixture);
        for (const accounts of [[stranger, stranger, stakeWeight, bridge], []]) {
          const receipt = await (await bridge.migrate(accounts)).wait();
          expect(receipt!.logs.length).to.equal(0);
        }
      });

      it("moves what is ready between what is not", async () => {
        const { bridge, stakeWeight, alice, bob, carol, dave, stranger } = await loadFixture(fixture);
        await bridge.migrate([carol, stranger, bob, dave, alice, carol]);
        expect((await stakeWeight.positionOf(alice)).amount).to.equal(1_000n * WCT);
        expect((await stakeWeight.positionOf(bob)).amount).to.equal(500n * WCT);
      });

      it("keeps the old weight at every later second, to 1e-8", async () => {
        const { bridge, stakeWeight, alice, ends } = await loadFixture(fixture);
        await bridge.migrate([alice]);
        const slope = (await bridge.userPointHistory(alice, 1n)).slope;
        expect(slope).to.equal((1_000n * WCT) / (209n * WEEK - 1n));
        for (const left of [49n * WEEK + 17n, 30n * WEEK, WEEK, DAY, 1n, 0n]) {
          await warpTo(ends.alice - left);
          const weight = await stakeWeight.weightOf(alice);
          expect(weight).to.equal(weightOf(1_000n * WCT, left));
          expect(weight).to.be.closeTo(slope * left, weight / 10n ** 8n);
        }
      });

      it("lets the owner withdraw at the end and not a second earlier", async () => {
        const { bridge, stakeWeight, token, alice, ends } = await loadFixture(fixture);
        await bridge.migrate([alice]);
        await nextAt(ends.alice - 1n);
        await expect(stakeWeight.connect(alice).withdraw())
          .to.be.revertedWithCustomError(stakeWeight, "NotUnlocked")
          .withArgs(alice, State.Unlocking, ends.alice);
        await nextAt(ends.alice);
        await expect(stakeWeight.connect(alice).withdraw()).to.changeTokenBalances(
          token,
          [stakeWeight, alice],
          [-1_000n * WCT, 1_000n * WCT],
        );
      });

      it("lets the owner of an ended lock withdraw at once, and stake anew", async () => {
        const { bridge, stakeWeight, token, bob } = await loadFixture(fixture);
        await bridge.migrate([bob]);
        await expect(stakeWeight.connect(bob).withdraw()).to.changeTokenBalance(token, bob, 500n * WCT);
        await stakeWeight.connect(bob).stake(500n * WCT, 52n);
        expect(await stakeWeight.weightOf(bob)).to.equal(weightOf(500n * WCT, 52n * WEEK));
      });

      it("moves a lock whose end is this second as Unlocked, and one second earlier as Unlocking", async () => {
        for (const [early, state] of [
          [1n, State.Unlocking],
          [0n, State.Unlocked],
        ] as const) {
          const { bridge, stakeWeight, alice, ends } = await loadFixture(fixture);
          await nextAt(ends.alice - early);
          await bridge.migrate([alice]);
          expect((await stakeWeight.positionOf(alice)).state).to.equal(state);
          expect(await stakeWeight.weightOf(alice)).to.equal(weightOf(1_000n * WCT, early));
        }
      });

      it("keeps an end of exactly 105 weeks ahead", async () => {
        const all = await loadFixture(fixture);
        const { bridge, stakeWeight, stranger, thursday } = all;
        const end = thursday + 104n * WEEK;
        await giveLock(all, stranger, { amount: 9n * WCT, end, transferredAmount: 9n * WCT });
        await nextAt(thursday - WEEK + 1n + 6n * DAY);
        await bridge.migrate([stranger]);
        expect(await stakeWeight.positionOf(stranger)).to.deep.equal([9n * WCT, 0n, end, State.Unlocking]);
      });

      it("moves a lock of 106 weeks only when the next week has begun", async () => {
        const all = await loadFixture(fixture);
        const { bridge, stakeWeight, stranger, thursday } = all;
        const end = thursday + 105n * WEEK;
        await giveLock(all, stranger, { amount: 9n * WCT, end, transferredAmount: 9n * WCT });
        await nextAt(thursday - 1n);
        await expect(bridge.migrate([stranger]))
          .to.emit(bridge, "LockLeft")
          .withArgs(stranger, LockStatus.EndTooLate);
        await nextAt(thursday);
        await expect(bridge.migrate([stranger])).to.emit(bridge, "LockMigrated");
        expect((await stakeWeight.positionOf(stranger)).unlockEnd).to.equal(end);
      });

      it("moves the lock once the owner's position is withdrawn", async () => {
        const { bridge, stakeWeight, alice, thursday, ends } = await loadFixture(fixture);
        await stakeWeight.connect(alice).stake(WCT, 4n);
        await stakeWeight.connect(alice).initiateUnlock();
        await nextAt(thursday + 3n * WEEK);
        await expect(bridge.migrate([alice]))
          .to.emit(bridge, "LockLeft")
          .withArgs(alice, LockStatus.PositionExists);
        await stakeWeight.connect(alice).withdraw();
        await bridge.migrate([alice]);
        expect(await stakeWeight.positionOf(alice)).to.deep.equal([1_000n * WCT, 0n, ends.alice, State.Unlocking]);
      });

      it("lets the owner relock with a preset that is at least what remains", async () => {
        const { bridge, stakeWeight, alice, ends, thursday } = await loadFixture(fixture);
        await bridge.migrate([alice]);
        await nextAt(thursday);
        await expect(stakeWeight.connect(alice).relock(26n))
          .to.be.revertedWithCustomError(stakeWeight, "PresetTooShort")
          .withArgs(26n, ends.alice - thursday);
        await stakeWeight.connect(alice).relock(52n);
        expect(await stakeWeight.positionOf(alice)).to.deep.equal([1_000n * WCT, 52n, 0n, State.Locked]);
      });

      it("lets the owner add without moving the end", async () => {
        const { bridge, stakeWeight, alice, ends } = await loadFixture(fixture);
        await bridge.migrate([alice]);
        await stakeWeight.connect(alice).increaseAmount(5n * WCT);
        expect(await stakeWeight.positionOf(alice)).to.deep.equal([1_005n * WCT, 0n, ends.alice, State.Unlocking]);
      });

      it("gives no second unlock", async () => {
        const { bridge, stakeWeight, alice } = await loadFixture(fixture);
        await bridge.migrate([alice]);
        await expect(stakeWeight.connect(alice).initiateUnlock())
          .to.be.revertedWithCustomError(stakeWeight, "NotLocked")
          .withArgs(alice, State.Unlocking);
      });

      it("refuses what StakeWeight has no room for, as StakeWeight does", async () => {
        const { bridge, stakeWeight, bob, alice, ends } = await loadFixture(fixture);
        await bridge.migrate([bob]);
        const amount = MAX_AMOUNT - 500n * WCT + 1n;
        await writeLock(bridge, alice, { amount, end: ends.alice, transferredAmount: amount });
        await setStorageAt(await bridge.getAddress(), legacySlots.supply, toBeHex(amount, 32));
        await expect(bridge.migrate([alice]))
          .to.be.revertedWithCustomError(stakeWeight, "StakeLimitExceeded")
          .withArgs(amount, amount - 1n);
      });

      it("refuses a legacy system over another token", async () => {
        const { bridge, stakeWeight, token, deployer, alice, bob } = await loadFixture(fixture);
        const other = await ethers.deployContract("WCT", [deployer.address, WCT]);
        const config = await ethers.deployContract("LegacyConfig", [await other.getAddress()]);
        await other.transfer(bridge, WCT);
        await stakeWeight.connect(bob).stake(WCT, 104n);
        const address = await bridge.getAddress();
        await setStorageAt(address, legacySlots.config, zeroPadValue(await config.getAddress(), 32));
        for (const send of [
          () => bridge.migrate([alice]),
          () => bridge.migrate([]),
          () => bridge.connect(bob).join(),
        ]) {
          await expect(send()).to.be.revertedWithCustomError(bridge, "WrongToken").withArgs(other, token);
        }
        // Leaving asks nobody.
        await expect(bridge.connect(bob).withdraw()).to.changeTokenBalance(token, bob, 500n * WCT);
      });
    });
  });
}

describe("LegacyStakeWeightBridge, given perpetual locks", () => {
  describe("migrate", () => {
    it("opens a Locked position with the preset", async () => {
      const { bridge, stakeWeight, token, erin } = await loadFixture(laterBridged);
      const sent = bridge.migrate([erin]);
      await expect(sent).to.changeTokenBalances(token, [bridge, stakeWeight], [-700n * WCT, 700n * WCT]);
      await expect(sent)
        .to.emit(stakeWeight, "Migrated")
        .withArgs(erin, 700n * WCT, 52n, 0n);
      expect(await stakeWeight.positionOf(erin)).to.deep.equal([700n * WCT, 52n, 0n, State.Locked]);
      expect(await bridge.locks(erin)).to.deep.equal([0n, 0n, 0n]);
    });

    for (const presetWeeks of presets) {
      it(`keeps a preset of ${presetWeeks} weeks`, async () => {
        const all = await loadFixture(laterBridged);
        const { bridge, stakeWeight, stranger } = all;
        await giveLock(all, stranger, { amount: WCT, end: 0n, transferredAmount: WCT, presetWeeks });
        await bridge.migrate([stranger]);
        expect(await stakeWeight.positionOf(stranger)).to.deep.equal([WCT, presetWeeks, 0n, State.Locked]);
        expect(await stakeWeight.weightOf(stranger)).to.equal((WCT * presetWeeks) / 209n);
      });
    }

    it("moves a perpetual lock that was triggered to unlock with its end, not with its weeks", async () => {
      const all = await withLocks(2);
      const { legacy, stakeWeight, erin, thursday } = all;
      await legacy.stakeWeight.connect(erin).createPermanentLock(700n * WCT, 52n);
      await nextAt(thursday);
      await legacy.stakeWeight.connect(erin).triggerUnlock();
      const bridge = await upgradeToBridge(all);
      await bridge.migrate([erin]);
      const end = thursday + 52n * WEEK;
      expect(await stakeWeight.positionOf(erin)).to.deep.equal([700n * WCT, 0n, end, State.Unlocking]);
    });

    it("ignores weeks that were left over with a lock that ends", async () => {
      const all = await loadFixture(laterBridged);
      const { bridge, stakeWeight, alice, ends } = all;
      const lock = { amount: 1_000n * WCT, end: ends.alice, transferredAmount: 1_000n * WCT, presetWeeks: 5n };
      await writeLock(bridge, alice, lock);
      await bridge.migrate([alice]);
      expect(await stakeWeight.positionOf(alice)).to.deep.equal([1_000n * WCT, 0n, ends.alice, State.Unlocking]);
    });

    it("leaves a perpetual lock without a preset where it is", async () => {
      const all = await loadFixture(laterBridged);
      const { bridge, token, stakeWeight, stranger } = all;
      await giveLock(all, stranger, { amount: WCT, end: 0n, transferredAmount: WCT, presetWeeks: 5n });
      const sent = bridge.migrate([stranger]);
      await expect(sent).to.changeTokenBalances(token, [bridge, stakeWeight], [0n, 0n]);
      await expect(sent).to.emit(bridge, "LockLeft").withArgs(stranger, LockStatus.NoPreset);
    });

    it("lets the owner unlock and withdraw like any other", async () => {
      const { bridge, stakeWeight, token, erin, thursday } = await loadFixture(laterBridged);
      await bridge.migrate([erin]);
      await stakeWeight.connect(erin).initiateUnlock();
      await nextAt(thursday + 51n * WEEK);
      await expect(stakeWeight.connect(erin).withdraw()).to.changeTokenBalance(token, erin, 700n * WCT);
    });

    it("leaves the perpetual weight where the legacy distributor reads it", async () => {
      const { bridge, erin } = await loadFixture(laterBridged);
      const epoch = await bridge.epoch();
      const before = [await bridge.permanentSupplyByEpoch(epoch), await bridge.userPermanentAt(erin, 1n)];
      expect(before[1]).to.equal((700n * WCT * 52n * WEEK) / (209n * WEEK - 1n));
      await bridge.migrate([erin]);
      expect([await bridge.permanentSupplyByEpoch(epoch), await bridge.userPermanentAt(erin, 1n)]).to.deep.equal(
        before,
      );
    });
  });
});
