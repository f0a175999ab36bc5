import { loadFixture, setBalance } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { ethers } from "hardhat";
import { MAX_AMOUNT, WCT, weightOf } from "../../support/amounts";
import { funded, locked, unlocking } from "../../support/funded";
import { hugeSupply } from "../../support/hugeSupply";
import { inOneBlock } from "../../support/inOneBlock";
import { State } from "../../support/migration";
import { claimExactly, equalWeights, expectShare } from "../../support/rewarded";
import { holdAll, lockedHeld, unlockedHeld, unlockingHeld, withSlasher } from "../../support/slashing";
import { field, mappingSlot, namespaceSlot, readSlot } from "../../support/storage";
import { nextAt, now, warpTo, WEEK } from "../../support/time";

const GWEI = 10n ** 9n;
/** 2^63 − 1 gwei: what fits into the stored word. */
const MAX_HELD = (2n ** 63n - 1n) * GWEI;

const stakesSlot = namespaceSlot("wct.storage.StakeWeight");
const historiesSlot = stakesSlot + 1n;
const totalSlot = stakesSlot + 2n;

/** {@link funded} with a slasher and nobody's position. */
async function slashing() {
  return withSlasher(await funded());
}

/** {@link locked} with a slasher and nothing held back. */
async function lockedFree() {
  return withSlasher(await locked());
}

/** {@link lockedHeld}, where alice's votes are bob's. */
async function delegatedHeld() {
  const fixture = await lockedHeld();
  await fixture.stakeWeight.connect(fixture.alice).delegate(fixture.bob);
  return fixture;
}

/** {@link unlockingHeld}, where alice's votes are bob's. */
async function delegatedUnlockingHeld() {
  const fixture = await unlockingHeld();
  await fixture.stakeWeight.connect(fixture.alice).delegate(fixture.bob);
  return fixture;
}

/** {@link unlockedHeld}, where alice has withdrawn the rest. */
async function restWithdrawn() {
  const fixture = await unlockedHeld();
  await fixture.stakeWeight.connect(fixture.alice).withdraw();
  return fixture;
}

/** {@link restWithdrawn}, where the votes of alice are bob's since she was Locked. */
async function delegatedRestWithdrawn() {
  const fixture = await delegatedUnlockingHeld();
  await nextAt(fixture.unlockEnd);
  await fixture.stakeWeight.connect(fixture.alice).withdraw();
  return fixture;
}

/** Positions of equal weight, with 900 WCT for each of the next ten weeks. */
async function earning() {
  const fixture = await withSlasher(await equalWeights());
  const { distributor, funder, thursday } = fixture;
  await distributor.connect(funder).fundRange(thursday, 10n, 900n * WCT);
  return fixture;
}

/** Over 2^256 − 1 wei, where alice has the largest position there can be. */
async function largest() {
  const fixture = await withSlasher(await hugeSupply());
  await fixture.stakeWeight.connect(fixture.alice).stake(MAX_AMOUNT, 104n);
  return fixture;
}

describe("StakeWeight", () => {
  describe("holdForSlash", () => {
    it("holds back a part of the amount", async () => {
      const { stakeWeight, asSlasher, alice, amount } = await loadFixture(lockedFree);
      await asSlasher.holdForSlash(alice, 10n);
      expect(await stakeWeight.heldOf(alice)).to.equal(amount / 1_000n);
    });

    it("returns what it held back", async () => {
      const { asSlasher, alice, amount } = await loadFixture(lockedHeld);
      expect(await asSlasher.holdForSlash.staticCall(alice, 50n)).to.equal(amount / 200n);
    });

    it("emits HeldForSlash", async () => {
      const { stakeWeight, asSlasher, alice, amount } = await loadFixture(lockedFree);
      await expect(asSlasher.holdForSlash(alice, 100n))
        .to.emit(stakeWeight, "HeldForSlash")
        .withArgs(alice, amount / 100n, amount / 100n);
    });

    it("adds to what is held, each time of the whole amount", async () => {
      const { stakeWeight, asSlasher, alice, amount, held } = await loadFixture(lockedHeld);
      await expect(asSlasher.holdForSlash(alice, 10n))
        .to.emit(stakeWeight, "HeldForSlash")
        .withArgs(alice, amount / 1_000n, held + amount / 1_000n);
      expect(await stakeWeight.heldOf(alice)).to.equal(held + amount / 1_000n);
    });

    it("holds back the smallest part, 0.01 %", async () => {
      const { stakeWeight, asSlasher, alice, amount } = await loadFixture(lockedFree);
      await asSlasher.holdForSlash(alice, 1n);
      expect(await stakeWeight.heldOf(alice)).to.equal(amount / 10_000n);
    });

    it("holds back the largest part, 1 %", async () => {
      const { stakeWeight, asSlasher, alice, amount } = await loadFixture(lockedFree);
      await asSlasher.holdForSlash(alice, await stakeWeight.MAX_SLASH_BPS());
      expect(await stakeWeight.heldOf(alice)).to.equal(amount / 100n);
    });

    it("refuses more than 1 %", async () => {
      const { stakeWeight, asSlasher, alice } = await loadFixture(lockedFree);
      await expect(asSlasher.holdForSlash(alice, 101n))
        .to.be.revertedWithCustomError(stakeWeight, "SlashTooLarge")
        .withArgs(101n, 100n);
    });

    it("refuses more than 1 % of nothing as well", async () => {
      const { stakeWeight, asSlasher, stranger } = await loadFixture(slashing);
      await expect(asSlasher.holdForSlash(stranger, 10_000n))
        .to.be.revertedWithCustomError(stakeWeight, "SlashTooLarge")
        .withArgs(10_000n, 100n);
    });

    for (const [title, bps] of [
      ["nothing of a position when nothing is asked for", 0n],
      ["nothing of a dust position", 100n],
    ] as const) {
      it(`holds back ${title}`, async () => {
        const { stakeWeight, asSlasher, alice, bob } = await loadFixture(lockedFree);
        // 1 % is one wei short of a gwei.
        await stakeWeight.connect(bob).stake(100n * GWEI - 1n, 4n);
        const account = bps === 0n ? alice : bob;
        const slot = mappingSlot(account.address, stakesSlot);
        const before = await readSlot(stakeWeight, slot);
        expect(await asSlasher.holdForSlash.staticCall(account, bps)).to.equal(0n);
        await expect(asSlasher.holdForSlash(account, bps)).to.not.emit(stakeWeight, "HeldForSlash");
        expect(await readSlot(stakeWeight, slot)).to.equal(before);
      });
    }

    it("holds back nothing without a position", async () => {
      const { stakeWeight, asSlasher, stranger } = await loadFixture(slashing);
      expect(await asSlasher.holdForSlash.staticCall(stranger, 100n)).to.equal(0n);
      await expect(asSlasher.holdForSlash(stranger, 100n)).to.not.emit(stakeWeight, "HeldForSlash");
      expect(await readSlot(stakeWeight, mappingSlot(stranger.address, stakesSlot))).to.equal(0n);
    });

    it("holds back nothing of one who only delegated", async () => {
      const { stakeWeight, asSlasher, stranger, bob } = await loadFixture(slashing);
      await stakeWeight.connect(stranger).delegate(bob);
      await asSlasher.holdForSlash(stranger, 100n);
      expect(await stakeWeight.heldOf(stranger)).to.equal(0n);
    });

    it("holds back one gwei of the smallest position that has one in 1 %", async () => {
      const { stakeWeight, asSlasher, bob } = await loadFixture(slashing);
      await stakeWeight.connect(bob).stake(100n * GWEI, 4n);
      await asSlasher.holdForSlash(bob, 100n);
      expect(await stakeWeight.heldOf(bob)).to.equal(GWEI);
    });

    it("rounds down to whole gwei", async () => {
      const { stakeWeight, asSlasher, bob } = await loadFixture(slashing);
      await stakeWeight.connect(bob).stake(1_234_567_899_999_999n, 4n);
      await asSlasher.holdForSlash(bob, 7n);
      // 864,197,529,999.9 wei
      expect(await stakeWeight.heldOf(bob)).to.equal(864n * GWEI);
    });

    it("holds back at most what is not held back already", async () => {
      const { stakeWeight, asSlasher, alice, amount } = await loadFixture(lockedFree);
      await asSlasher.holdForSlash(alice, 30n);
      const whole = asSlasher.interface.encodeFunctionData("holdForSlash", [alice.address, 100n]);
      await asSlasher.multicall(Array<string>(99).fill(whole));
      await expect(asSlasher.holdForSlash(alice, 100n))
        .to.emit(stakeWeight, "HeldForSlash")
        .withArgs(alice, (amount * 70n) / 10_000n, amount);
    });

    it("holds back nothing when all is held", async () => {
      const { stakeWeight, asSlasher, alice, amount } = await loadFixture(lockedFree);
      await holdAll(asSlasher, alice);
      expect(await stakeWeight.heldOf(alice)).to.equal(amount);
      expect(await asSlasher.holdForSlash.staticCall(alice, 100n)).to.equal(0n);
      await expect(asSlasher.holdForSlash(alice, 100n)).to.not.emit(stakeWeight, "HeldForSlash");
    });

    it("leaves less than a gwei free of an amount that is not whole gwei", async () => {
      const { stakeWeight, asSlasher, bob } = await loadFixture(slashing);
      await stakeWeight.connect(bob).stake(100n * GWEI + 999_999_999n, 4n);
      await holdAll(asSlasher, bob);
      expect(await asSlasher.holdForSlash.staticCall(bob, 100n)).to.equal(0n);
      expect(await stakeWeight.heldOf(bob)).to.equal(100n * GWEI);
    });

    it("holds back as much as fits into the stored word", async () => {
      const { stakeWeight, asSlasher, alice } = await loadFixture(largest);
      const hold = asSlasher.interface.encodeFunctionData("holdForSlash", [alice.address, 100n]);
      await asSlasher.multicall(Array<string>(11).fill(hold));
      const elevenPercent = 11n * ((MAX_AMOUNT / 100n / GWEI) * GWEI);
      expect(await stakeWeight.heldOf(alice)).to.equal(elevenPercent);
      expect(await asSlasher.holdForSlash.staticCall(alice, 100n)).to.equal(MAX_HELD - elevenPercent);
      await asSlasher.holdForSlash(alice, 100n);
      expect(await stakeWeight.heldOf(alice)).to.equal(MAX_HELD);
      expect(await asSlasher.holdForSlash.staticCall(alice, 100n)).to.equal(0n);
      expect(await stakeWeight.positionOf(alice)).to.deep.equal([MAX_AMOUNT, 104n, 0n, State.Locked]);
    });

    it("changes bits 1 to 63 of the stored word and nothing else", async () => {
      const { stakeWeight, asSlasher, alice, thursday, amount } = await loadFixture(lockedFree);
      const slot = mappingSlot(alice.address, stakesSlot);
      const history = mappingSlot(alice.address, historiesSlot);
      const before = await readSlot(stakeWeight, slot);
      const total = await readSlot(stakeWeight, totalSlot);
      await nextAt(thursday);
      await asSlasher.holdForSlash(alice, 100n);
      const after = await readSlot(stakeWeight, slot);
      expect(field(after, 1n, 63n)).to.equal(amount / 100n / GWEI);
      expect(after ^ before).to.equal((amount / 100n / GWEI) << 1n);
      expect(await readSlot(stakeWeight, totalSlot)).to.equal(total);
      expect(await readSlot(stakeWeight, mappingSlot(field(after, 64n, 32n), history))).to.equal(0n);
    });

    it("leaves position, weight and votes alone", async () => {
      const { stakeWeight, alice, amount } = await loadFixture(lockedHeld);
      expect(await stakeWeight.positionOf(alice)).to.deep.equal([amount, 52n, 0n, State.Locked]);
      expect(await stakeWeight.weightOf(alice)).to.equal(weightOf(amount, 52n * WEEK));
      expect(await stakeWeight.totalWeight()).to.equal(weightOf(amount, 52n * WEEK));
      expect(await stakeWeight.getVotes(alice)).to.equal(weightOf(amount, 52n * WEEK));
      expect(await stakeWeight.totalStaked()).to.equal(amount);
    });

    it("leaves an account delegated", async () => {
      const { stakeWeight, asSlasher, alice, bob, amount } = await loadFixture(delegatedHeld);
      await asSlasher.holdForSlash(alice, 100n);
      expect(await stakeWeight.getVotes(alice)).to.equal(0n);
      expect(await stakeWeight.getVotes(bob)).to.equal(weightOf(amount, 52n * WEEK));
    });

    for (const [state, fixture] of [
      ["Unlocking", unlockingHeld],
      ["Unlocked", unlockedHeld],
    ] as const) {
      it(`holds back of an ${state} position as well`, async () => {
        const { stakeWeight, alice, amount, held, unlockEnd } = await loadFixture(fixture);
        expect(await stakeWeight.heldOf(alice)).to.equal(held);
        expect(await stakeWeight.positionOf(alice)).to.deep.equal([amount, 52n, unlockEnd, State[state]]);
      });
    }

    it("works while paused", async () => {
      const { stakeWeight, asSlasher, alice, pauser, amount } = await loadFixture(lockedFree);
      await stakeWeight.connect(pauser).pause();
      await asSlasher.holdForSlash(alice, 100n);
      expect(await stakeWeight.heldOf(alice)).to.equal(amount / 100n);
    });

    it("counts in the same second as a change", async () => {
      const { stakeWeight, asSlasher, alice, amount, thursday } = await loadFixture(lockedFree);
      await inOneBlock(
        thursday,
        (overrides) => stakeWeight.connect(alice).increaseAmount(amount, overrides),
        (overrides) => asSlasher.holdForSlash(alice, 100n, overrides),
      );
      expect(await stakeWeight.heldOf(alice)).to.equal(amount / 50n);
    });

    it("counts in the same second before a change", async () => {
      const { stakeWeight, asSlasher, alice, amount, thursday } = await loadFixture(lockedFree);
      await inOneBlock(
        thursday,
        (overrides) => asSlasher.holdForSlash(alice, 100n, overrides),
        (overrides) => stakeWeight.connect(alice).increaseAmount(amount, overrides),
      );
      expect(await stakeWeight.heldOf(alice)).to.equal(amount / 100n);
      expect(await stakeWeight.weightAt(alice, thursday - 1n)).to.equal(weightOf(amount, 52n * WEEK));
      expect(await stakeWeight.weightAt(alice, thursday)).to.equal(weightOf(2n * amount, 52n * WEEK));
    });

    describe("given a change afterwards", () => {
      it("outlasts an increase", async () => {
        const { stakeWeight, alice, held } = await loadFixture(lockedHeld);
        await stakeWeight.connect(alice).increaseAmount(5n * WCT);
        expect(await stakeWeight.heldOf(alice)).to.equal(held);
      });

      it("outlasts a longer preset", async () => {
        const { stakeWeight, alice, held } = await loadFixture(lockedHeld);
        await stakeWeight.connect(alice).relock(104n);
        expect(await stakeWeight.heldOf(alice)).to.equal(held);
      });

      it("outlasts an unlock", async () => {
        const { stakeWeight, alice, held } = await loadFixture(lockedHeld);
        await stakeWeight.connect(alice).initiateUnlock();
        expect(await stakeWeight.heldOf(alice)).to.equal(held);
      });

      it("outlasts a relock", async () => {
        const { stakeWeight, alice, held } = await loadFixture(unlockingHeld);
        await stakeWeight.connect(alice).relock(52n);
        expect(await stakeWeight.heldOf(alice)).to.equal(held);
      });

      it("outlasts an update", async () => {
        const { stakeWeight, alice, held } = await loadFixture(unlockingHeld);
        await stakeWeight.connect(alice).update(3n, 104n);
        expect(await stakeWeight.heldOf(alice)).to.equal(held);
      });

      it("outlasts a delegation", async () => {
        const { stakeWeight, alice, bob, held } = await loadFixture(lockedHeld);
        await stakeWeight.connect(alice).delegate(bob);
        expect(await stakeWeight.heldOf(alice)).to.equal(held);
      });

      it("outlasts a change of a delegated position, which stays delegated", async () => {
        const { stakeWeight, alice, bob, amount, held } = await loadFixture(delegatedHeld);
        await stakeWeight.connect(alice).increaseAmount(amount);
        expect(await stakeWeight.heldOf(alice)).to.equal(held);
        expect(await stakeWeight.getVotes(alice)).to.equal(0n);
        expect(await stakeWeight.getVotes(bob)).to.equal(weightOf(2n * amount, 52n * WEEK));
      });

      it("outlasts a delegation that is taken back", async () => {
        const { stakeWeight, alice, held } = await loadFixture(delegatedHeld);
        await stakeWeight.connect(alice).delegate(alice);
        expect(await stakeWeight.heldOf(alice)).to.equal(held);
      });
    });

    it("refuses all others, the administrator among them", async () => {
      const { stakeWeight, alice, stranger, admin, pauser } = await loadFixture(lockedFree);
      for (const caller of [alice, stranger, admin, pauser]) {
        await expect(stakeWeight.connect(caller).holdForSlash(alice, 100n))
          .to.be.revertedWithCustomError(stakeWeight, "AccessControlUnauthorizedAccount")
          .withArgs(caller, await stakeWeight.SLASHER_ROLE());
      }
    });
  });

  describe("heldOf", () => {
    it("is nothing at first", async () => {
      const { stakeWeight, alice, stranger } = await loadFixture(lockedFree);
      expect(await stakeWeight.heldOf(alice)).to.equal(0n);
      expect(await stakeWeight.heldOf(stranger)).to.equal(0n);
    });

    it("is nothing of one who delegated", async () => {
      const { stakeWeight, alice, bob } = await loadFixture(lockedFree);
      await stakeWeight.connect(alice).delegate(bob);
      expect(await stakeWeight.heldOf(alice)).to.equal(0n);
    });
  });

  describe("releaseHeld", () => {
    it("gives all back", async () => {
      const { stakeWeight, asSlasher, alice, held } = await loadFixture(lockedHeld);
      await asSlasher.releaseHeld(alice, held);
      expect(await stakeWeight.heldOf(alice)).to.equal(0n);
    });

    it("gives a part back", async () => {
      const { stakeWeight, asSlasher, alice, held } = await loadFixture(lockedHeld);
      await asSlasher.releaseHeld(alice, 3n * WCT);
      expect(await stakeWeight.heldOf(alice)).to.equal(held - 3n * WCT);
    });

    it("emits HeldReleased", async () => {
      const { stakeWeight, asSlasher, alice, held } = await loadFixture(lockedHeld);
      await expect(asSlasher.releaseHeld(alice, 3n * WCT))
        .to.emit(stakeWeight, "HeldReleased")
        .withArgs(alice, 3n * WCT, held - 3n * WCT);
    });

    it("moves no tokens", async () => {
      const { stakeWeight, asSlasher, token, alice, held } = await loadFixture(lockedHeld);
      await expect(asSlasher.releaseHeld(alice, held)).to.changeTokenBalances(token, [stakeWeight, alice], [0n, 0n]);
    });

    it("undoes a hold to the last bit", async () => {
      const { stakeWeight, asSlasher, alice, bob } = await loadFixture(lockedFree);
      await stakeWeight.connect(alice).delegate(bob);
      const slot = mappingSlot(alice.address, stakesSlot);
      const before = await readSlot(stakeWeight, slot);
      await asSlasher.holdForSlash(alice, 100n);
      await asSlasher.releaseHeld(alice, 10n * WCT);
      expect(await readSlot(stakeWeight, slot)).to.equal(before);
    });

    it("changes nothing by an amount of 0", async () => {
      const { stakeWeight, asSlasher, alice, held } = await loadFixture(lockedHeld);
      await asSlasher.releaseHeld(alice, 0n);
      expect(await stakeWeight.heldOf(alice)).to.equal(held);
    });

    it("refuses more than is held", async () => {
      const { stakeWeight, asSlasher, alice, held } = await loadFixture(lockedHeld);
      await expect(asSlasher.releaseHeld(alice, held + GWEI))
        .to.be.revertedWithCustomError(stakeWeight, "ExceedsHeld")
        .withArgs(alice, held + GWEI, held);
    });

    it("refuses what is not whole gwei", async () => {
      const { stakeWeight, asSlasher, alice, held } = await loadFixture(lockedHeld);
      await expect(asSlasher.releaseHeld(alice, held - 1n))
        .to.be.revertedWithCustomError(stakeWeight, "ExceedsHeld")
        .withArgs(alice, held - 1n, held);
    });

    it("refuses anything without a position", async () => {
      const { stakeWeight, asSlasher, stranger } = await loadFixture(slashing);
      await expect(asSlasher.releaseHeld(stranger, GWEI))
        .to.be.revertedWithCustomError(stakeWeight, "ExceedsHeld")
        .withArgs(stranger, GWEI, 0n);
    });

    it("works while paused", async () => {
      const { stakeWeight, asSlasher, alice, pauser, held } = await loadFixture(lockedHeld);
      await stakeWeight.connect(pauser).pause();
      await asSlasher.releaseHeld(alice, held);
      expect(await stakeWeight.heldOf(alice)).to.equal(0n);
    });

    it("refuses all others, the administrator and the owner among them", async () => {
      const { stakeWeight, alice, stranger, admin, pauser, held } = await loadFixture(lockedHeld);
      for (const caller of [alice, stranger, admin, pauser]) {
        await expect(stakeWeight.connect(caller).releaseHeld(alice, held))
          .to.be.revertedWithCustomError(stakeWeight, "AccessControlUnauthorizedAccount")
          .withArgs(caller, await stakeWeight.SLASHER_ROLE());
      }
    });
  });

  describe("slash", () => {
    it("pays what was held back to the caller", async () => {
      const { stakeWeight, asSlasher, slasher, token, alice, held } = await loadFixture(lockedHeld);
      await expect(asSlasher.slash(alice, held)).to.changeTokenBalances(
        token,
        [stakeWeight, slasher, alice],
        [-held, held, 0n],
      );
    });

    it("emits Slashed", async () => {
      const { stakeWeight, asSlasher, alice, amount, held } = await loadFixture(lockedHeld);
      await expect(asSlasher.slash(alice, held))
        .to.emit(stakeWeight, "Slashed")
        .withArgs(alice, held, amount - held);
    });

    it("leaves a Locked position with the rest, on its terms", async () => {
      const { stakeWeight, asSlasher, alice, amount, held } = await loadFixture(lockedHeld);
      await asSlasher.slash(alice, held);
      expect(await stakeWeight.positionOf(alice)).to.deep.equal([amount - held, 52n, 0n, State.Locked]);
      expect(await stakeWeight.weightOf(alice)).to.equal(weightOf(amount - held, 52n * WEEK));
    });

    it("takes the amount off the totals", async () => {
      const { stakeWeight, asSlasher, alice, amount, held } = await loadFixture(lockedHeld);
      await asSlasher.slash(alice, held);
      expect(await stakeWeight.totalStaked()).to.equal(amount - held);
      expect(await stakeWeight.totalWeight()).to.equal(weightOf(amount - held, 52n * WEEK));
    });

    it("leaves nothing held", async () => {
      const { stakeWeight, asSlasher, alice, held } = await loadFixture(lockedHeld);
      await asSlasher.slash(alice, held);
      expect(await stakeWeight.heldOf(alice)).to.equal(0n);
    });

    it("takes a part of what is held, and the rest later", async () => {
      const { stakeWeight, asSlasher, alice, amount, held } = await loadFixture(lockedHeld);
      await asSlasher.slash(alice, 4n * WCT);
      expect(await stakeWeight.heldOf(alice)).to.equal(held - 4n * WCT);
      await asSlasher.slash(alice, held - 4n * WCT);
      expect((await stakeWeight.positionOf(alice)).amount).to.equal(amount - held);
      expect(await stakeWeight.heldOf(alice)).to.equal(0n);
    });

    it("takes one of several holds and leaves the other", async () => {
      const { stakeWeight, asSlasher, alice, amount, held } = await loadFixture(lockedHeld);
      await asSlasher.holdForSlash(alice, 10n);
      await asSlasher.slash(alice, held);
      expect(await stakeWeight.heldOf(alice)).to.equal(amount / 1_000n);
      await asSlasher.releaseHeld(alice, amount / 1_000n);
      expect((await stakeWeight.positionOf(alice)).amount).to.equal(amount - held);
    });

    it("leaves an Unlocking position with its end", async () => {
      const { stakeWeight, asSlasher, alice, amount, held, unlockEnd, thursday } = await loadFixture(unlockingHeld);
      await nextAt(thursday + 5n);
      await asSlasher.slash(alice, held);
      expect(await stakeWeight.positionOf(alice)).to.deep.equal([amount - held, 52n, unlockEnd, State.Unlocking]);
      for (const second of [thursday + 5n, thursday + 20n * WEEK + 7n, unlockEnd - 1n, unlockEnd]) {
        const weight = weightOf(amount - held, unlockEnd - second);
        expect(await stakeWeight.weightAt(alice, second)).to.equal(weight);
        expect(await stakeWeight.totalWeightAt(second)).to.equal(weight);
      }
    });

    it("takes from an Unlocked position", async () => {
      const { stakeWeight, asSlasher, alice, amount, held, unlockEnd } = await loadFixture(unlockedHeld);
      await asSlasher.slash(alice, held);
      expect(await stakeWeight.positionOf(alice)).to.deep.equal([amount - held, 52n, unlockEnd, State.Unlocked]);
      expect(await stakeWeight.totalStaked()).to.equal(amount - held);
      expect(await stakeWeight.weightOf(alice)).to.equal(0n);
      expect(await stakeWeight.totalWeight()).to.equal(0n);
    });

    it("leaves the owner the rest to withdraw", async () => {
      const { stakeWeight, asSlasher, token, alice, amount, held } = await loadFixture(unlockedHeld);
      await asSlasher.slash(alice, held);
      await expect(stakeWeight.connect(alice).withdraw()).to.changeTokenBalances(
        token,
        [alice, stakeWeight],
        [amount - held, held - amount],
      );
      expect(await stakeWeight.positionOf(alice)).to.deep.equal([0n, 0n, 0n, State.None]);
    });

    it("takes a legacy lock without a preset as well", async () => {
      const { stakeWeight, asSlasher, admin, bob, thursday } = await loadFixture(slashing);
      await stakeWeight.connect(admin).grantRole(await stakeWeight.MIGRATOR_ROLE(), bob);
      const unlockEnd = thursday + 9n * WEEK;
      const account = ethers.Wallet.createRandom().address;
      await stakeWeight.connect(bob).migrate([{ account, amount: 100n * WCT, presetWeeks: 0n, unlockEnd }]);
      await asSlasher.holdForSlash(account, 100n);
      await asSlasher.slash(account, WCT);
      expect(await stakeWeight.positionOf(account)).to.deep.equal([99n * WCT, 0n, unlockEnd, State.Unlocking]);
    });

    it("takes the weight off a delegate's votes", async () => {
      const { stakeWeight, asSlasher, alice, bob, amount, held } = await loadFixture(delegatedHeld);
      const votes = weightOf(amount, 52n * WEEK);
      const left = weightOf(amount - held, 52n * WEEK);
      await expect(asSlasher.slash(alice, held))
        .to.emit(stakeWeight, "DelegateVotesChanged")
        .withArgs(bob, votes, left);
      expect(await stakeWeight.getVotes(bob)).to.equal(left);
      expect(await stakeWeight.getVotes(alice)).to.equal(0n);
    });

    it("takes it off a delegate's votes of an Unlocking position, at every second to come", async () => {
      const { stakeWeight, asSlasher, alice, bob, amount, held, unlockEnd } = await loadFixture(delegatedUnlockingHeld);
      await asSlasher.slash(alice, held);
      expect(await stakeWeight.getVotes(bob)).to.equal(weightOf(amount - held, unlockEnd - (await now())));
      await warpTo(unlockEnd - 1_000n);
      expect(await stakeWeight.getVotes(bob)).to.equal(weightOf(amount - held, 1_000n));
      await warpTo(unlockEnd);
      expect(await stakeWeight.getVotes(bob)).to.equal(0n);
    });

    it("leaves a delegate nothing too much when the votes are taken back", async () => {
      const { stakeWeight, asSlasher, alice, bob, amount, held } = await loadFixture(delegatedHeld);
      await asSlasher.slash(alice, held);
      await stakeWeight.connect(alice).delegate(alice);
      expect(await stakeWeight.getVotes(bob)).to.equal(0n);
      expect(await stakeWeight.getVotes(alice)).to.equal(weightOf(amount - held, 52n * WEEK));
    });

    it("keeps the total the sum of all weights", async () => {
      const fixture = await loadFixture(earning);
      const { stakeWeight, asSlasher, alice, bob, carol, thursday } = fixture;
      await stakeWeight.connect(bob).initiateUnlock();
      for (const [index, account] of [alice, bob, carol].entries()) {
        const held = await asSlasher.holdForSlash.staticCall(account, 33n + BigInt(index));
        await asSlasher.holdForSlash(account, 33n + BigInt(index));
        await asSlasher.slash(account, held);
      }
      for (const second of [await now(), thursday, thursday + 11n * WEEK + 3n, thursday + 25n * WEEK]) {
        let sum = 0n;
        for (const account of [alice, bob, carol]) sum += await stakeWeight.weightAt(account, second);
        expect(await stakeWeight.totalWeightAt(second)).to.be.within(sum, sum + 2n);
      }
    });

    it("leaves past weights as they were", async () => {
      const { stakeWeight, asSlasher, alice, amount, held, thursday } = await loadFixture(lockedHeld);
      await nextAt(thursday);
      await asSlasher.slash(alice, held);
      expect(await stakeWeight.weightAt(alice, thursday - 1n)).to.equal(weightOf(amount, 52n * WEEK));
      expect(await stakeWeight.totalWeightAt(thursday - 1n)).to.equal(weightOf(amount, 52n * WEEK));
      expect(await stakeWeight.weightAt(alice, thursday)).to.equal(weightOf(amount - held, 52n * WEEK));
    });

    it("leaves past weights of an Unlocked position as they were", async () => {
      const { stakeWeight, asSlasher, alice, amount, held, unlockEnd } = await loadFixture(unlockedHeld);
      await asSlasher.slash(alice, held);
      expect(await stakeWeight.weightAt(alice, unlockEnd - WEEK)).to.equal(weightOf(amount, WEEK));
      expect(await stakeWeight.totalWeightAt(unlockEnd - WEEK)).to.equal(weightOf(amount, WEEK));
    });

    it("leaves past votes as they were", async () => {
      const { stakeWeight, asSlasher, alice, bob, amount, held, thursday } = await loadFixture(delegatedHeld);
      await nextAt(thursday);
      await asSlasher.slash(alice, held);
      await warpTo(thursday + 1n);
      expect(await stakeWeight.getPastVotes(bob, thursday - 1n)).to.equal(weightOf(amount, 52n * WEEK));
      expect(await stakeWeight.getPastVotes(bob, thursday)).to.equal(weightOf(amount - held, 52n * WEEK));
      expect(await stakeWeight.getPastTotalSupply(thursday - 1n)).to.equal(weightOf(amount, 52n * WEEK));
    });

    it("leaves rewards of past weeks as they were, and of the one that has begun", async () => {
      const fixture = await loadFixture(earning);
      const { asSlasher, distributor, alice, thursday } = fixture;
      await nextAt(thursday + WEEK);
      await asSlasher.holdForSlash(alice, 100n);
      await asSlasher.slash(alice, 10n * WCT);
      expectShare(await distributor.rewardOf(alice, thursday), 300n * WCT);
      await warpTo(thursday + 2n * WEEK);
      expectShare(await distributor.rewardOf(alice, thursday + WEEK), 300n * WCT);
      expectShare(await claimExactly(fixture, alice), 600n * WCT, 2n);
    });

    it("shares rewards of later weeks by the lesser weight", async () => {
      const fixture = await loadFixture(earning);
      const { asSlasher, distributor, alice, bob, thursday } = fixture;
      await asSlasher.holdForSlash(alice, 100n);
      await asSlasher.slash(alice, 10n * WCT);
      await warpTo(thursday + WEEK);
      // 99 of 299 parts, and 100.
      expect(await distributor.rewardOf(alice, thursday)).to.equal((900n * WCT * 99n) / 299n);
      expect(await distributor.rewardOf(bob, thursday)).to.equal((900n * WCT * 100n) / 299n);
    });

    it("leaves one state behind in the second of another change", async () => {
      const { stakeWeight, asSlasher, alice, amount, held, thursday } = await loadFixture(lockedHeld);
      const slot = mappingSlot(alice.address, stakesSlot);
      const changes = field(await readSlot(stakeWeight, slot), 64n, 32n);
      await inOneBlock(
        thursday,
        (overrides) => stakeWeight.connect(alice).relock(104n, overrides),
        (overrides) => asSlasher.slash(alice, held, overrides),
        (overrides) => stakeWeight.connect(alice).increaseAmount(held, overrides),
      );
      expect(field(await readSlot(stakeWeight, slot), 64n, 32n)).to.equal(changes + 1n);
      expect(await stakeWeight.weightAt(alice, thursday - 1n)).to.equal(weightOf(amount, 52n * WEEK));
      expect(await stakeWeight.weightAt(alice, thursday)).to.equal(weightOf(amount, 104n * WEEK));
      expect(await stakeWeight.totalWeightAt(thursday)).to.equal(weightOf(amount, 104n * WEEK));
    });

    it("takes from a position that was opened in the same second", async () => {
      const { stakeWeight, asSlasher, bob, thursday } = await loadFixture(slashing);
      await inOneBlock(
        thursday,
        (overrides) => stakeWeight.connect(bob).stake(100n * WCT, 8n, overrides),
        (overrides) => asSlasher.holdForSlash(bob, 100n, overrides),
        (overrides) => asSlasher.slash(bob, WCT, overrides),
      );
      expect(await stakeWeight.weightAt(bob, thursday - 1n)).to.equal(0n);
      expect(await stakeWeight.weightAt(bob, thursday)).to.equal(weightOf(99n * WCT, 8n * WEEK));
    });

    it("leaves no position of one that is held back whole", async () => {
      const { stakeWeight, asSlasher, alice, amount } = await loadFixture(lockedFree);
      await holdAll(asSlasher, alice);
      await expect(asSlasher.slash(alice, amount)).to.emit(stakeWeight, "Slashed").withArgs(alice, amount, 0n);
      expect(await stakeWeight.positionOf(alice)).to.deep.equal([0n, 0n, 0n, State.None]);
      expect(await stakeWeight.totalStaked()).to.equal(0n);
      expect(await stakeWeight.totalWeight()).to.equal(0n);
    });

    it("refuses an amount of 0", async () => {
      const { stakeWeight, asSlasher, alice } = await loadFixture(lockedHeld);
      await expect(asSlasher.slash(alice, 0n)).to.be.revertedWithCustomError(stakeWeight, "ZeroAmount");
    });

    it("refuses more than is held", async () => {
      const { stakeWeight, asSlasher, alice, held } = await loadFixture(lockedHeld);
      await expect(asSlasher.slash(alice, held + GWEI))
        .to.be.revertedWithCustomError(stakeWeight, "ExceedsHeld")
        .withArgs(alice, held + GWEI, held);
    });

    it("refuses what is not whole gwei", async () => {
      const { stakeWeight, asSlasher, alice, held } = await loadFixture(lockedHeld);
      await expect(asSlasher.slash(alice, 1n))
        .to.be.revertedWithCustomError(stakeWeight, "ExceedsHeld")
        .withArgs(alice, 1n, held);
    });

    it("refuses what was released", async () => {
      const { stakeWeight, asSlasher, alice, held } = await loadFixture(lockedHeld);
      await asSlasher.releaseHeld(alice, held);
      await expect(asSlasher.slash(alice, held))
        .to.be.revertedWithCustomError(stakeWeight, "ExceedsHeld")
        .withArgs(alice, held, 0n);
    });

    it("refuses anything without a position", async () => {
      const { stakeWeight, asSlasher, stranger } = await loadFixture(slashing);
      await expect(asSlasher.slash(stranger, GWEI))
        .to.be.revertedWithCustomError(stakeWeight, "ExceedsHeld")
        .withArgs(stranger, GWEI, 0n);
    });

    it("works while paused", async () => {
      const { stakeWeight, asSlasher, slasher, token, alice, pauser, held } = await loadFixture(lockedHeld);
      await stakeWeight.connect(pauser).pause();
      await expect(asSlasher.slash(alice, held)).to.changeTokenBalance(token, slasher, held);
    });

    it("refuses all others, the administrator among them", async () => {
      const { stakeWeight, alice, stranger, admin, pauser, held } = await loadFixture(lockedHeld);
      for (const caller of [alice, stranger, admin, pauser]) {
        await expect(stakeWeight.connect(caller).slash(alice, held))
          .to.be.revertedWithCustomError(stakeWeight, "AccessControlUnauthorizedAccount")
          .withArgs(caller, await stakeWeight.SLASHER_ROLE());
      }
    });
  });

  describe("withdraw", () => {
    describe("given a part that is held back", () => {
      it("pays the rest", async () => {
        const { stakeWeight, token, alice, amount, held } = await loadFixture(unlockedHeld);
        expect(await stakeWeight.connect(alice).withdraw.staticCall()).to.equal(amount - held);
        await expect(stakeWeight.connect(alice).withdraw()).to.changeTokenBalances(
          token,
          [alice, stakeWeight],
          [amount - held, held - amount],
        );
      });

      it("tells what was paid", async () => {
        const { stakeWeight, alice, amount, held } = await loadFixture(unlockedHeld);
        await expect(stakeWeight.connect(alice).withdraw())
          .to.emit(stakeWeight, "Withdrawn")
          .withArgs(alice, amount - held);
      });

      it("leaves exactly that, Unlocked on the same terms", async () => {
        const { stakeWeight, alice, held, unlockEnd } = await loadFixture(restWithdrawn);
        expect(await stakeWeight.positionOf(alice)).to.deep.equal([held, 52n, unlockEnd, State.Unlocked]);
        expect(await stakeWeight.heldOf(alice)).to.equal(held);
        expect(await stakeWeight.totalStaked()).to.equal(held);
        expect(await stakeWeight.weightOf(alice)).to.equal(0n);
      });

      it("pays what is not whole gwei", async () => {
        const { stakeWeight, asSlasher, token, bob, thursday } = await loadFixture(slashing);
        await stakeWeight.connect(bob).stake(1_000n * GWEI + 7n, 4n);
        await stakeWeight.connect(bob).initiateUnlock();
        await asSlasher.holdForSlash(bob, 100n);
        await nextAt(thursday + 3n * WEEK);
        await expect(stakeWeight.connect(bob).withdraw()).to.changeTokenBalance(token, bob, 990n * GWEI + 7n);
      });

      it("keeps past weights", async () => {
        const { stakeWeight, alice, amount, unlockEnd } = await loadFixture(restWithdrawn);
        expect(await stakeWeight.weightAt(alice, unlockEnd - WEEK)).to.equal(weightOf(amount, WEEK));
        expect(await stakeWeight.totalWeightAt(unlockEnd - WEEK)).to.equal(weightOf(amount, WEEK));
      });

      it("is refused a second time", async () => {
        const { stakeWeight, alice, held } = await loadFixture(restWithdrawn);
        await expect(stakeWeight.connect(alice).withdraw())
          .to.be.revertedWithCustomError(stakeWeight, "AllHeld")
          .withArgs(alice, held);
      });

      it("is refused when all is held", async () => {
        const { stakeWeight, asSlasher, alice, amount } = await loadFixture(unlockedHeld);
        await holdAll(asSlasher, alice);
        await expect(stakeWeight.connect(alice).withdraw())
          .to.be.revertedWithCustomError(stakeWeight, "AllHeld")
          .withArgs(alice, amount);
      });

      it("is refused before the end as ever", async () => {
        const { stakeWeight, alice } = await loadFixture(lockedHeld);
        await expect(stakeWeight.connect(alice).withdraw())
          .to.be.revertedWithCustomError(stakeWeight, "NotUnlocked")
          .withArgs(alice, State.Locked, 0n);
      });

      it("holds back nothing more of the remainder", async () => {
        const { asSlasher, alice } = await loadFixture(restWithdrawn);
        expect(await asSlasher.holdForSlash.staticCall(alice, 100n)).to.equal(0n);
      });

      it("blocks a new position until it is decided", async () => {
        const { stakeWeight, alice, held } = await loadFixture(restWithdrawn);
        await expect(stakeWeight.connect(alice).stake(WCT, 4n))
          .to.be.revertedWithCustomError(stakeWeight, "PositionExists")
          .withArgs(alice, held);
      });

      it("cannot be relocked nor added to", async () => {
        const { stakeWeight, alice } = await loadFixture(restWithdrawn);
        await expect(stakeWeight.connect(alice).relock(104n))
          .to.be.revertedWithCustomError(stakeWeight, "NoActivePosition")
          .withArgs(alice, State.Unlocked);
        await expect(stakeWeight.connect(alice).increaseAmount(WCT))
          .to.be.revertedWithCustomError(stakeWeight, "NoActivePosition")
          .withArgs(alice, State.Unlocked);
      });

      it("pays what a veto released", async () => {
        const { stakeWeight, asSlasher, token, alice, held } = await loadFixture(restWithdrawn);
        await asSlasher.releaseHeld(alice, held);
        await expect(stakeWeight.connect(alice).withdraw()).to.changeTokenBalance(token, alice, held);
        expect(await stakeWeight.positionOf(alice)).to.deep.equal([0n, 0n, 0n, State.None]);
      });

      it("pays what was released of it, and keeps the rest", async () => {
        const { stakeWeight, asSlasher, token, alice, held } = await loadFixture(restWithdrawn);
        await asSlasher.releaseHeld(alice, 4n * WCT);
        await expect(stakeWeight.connect(alice).withdraw()).to.changeTokenBalance(token, alice, 4n * WCT);
        expect((await stakeWeight.positionOf(alice)).amount).to.equal(held - 4n * WCT);
      });

      it("leaves nothing after the slash", async () => {
        const { stakeWeight, asSlasher, token, slasher, alice, held } = await loadFixture(restWithdrawn);
        await expect(asSlasher.slash(alice, held)).to.changeTokenBalances(token, [stakeWeight, slasher], [-held, held]);
        expect(await stakeWeight.positionOf(alice)).to.deep.equal([0n, 0n, 0n, State.None]);
        expect(await stakeWeight.heldOf(alice)).to.equal(0n);
        expect(await stakeWeight.totalStaked()).to.equal(0n);
      });

      it("stores after the slash what it stores after a withdrawal", async () => {
        const { stakeWeight, asSlasher, alice, held } = await loadFixture(delegatedRestWithdrawn);
        await asSlasher.slash(alice, held);
        const word = await readSlot(stakeWeight, mappingSlot(alice.address, stakesSlot));
        expect(field(word, 0n, 64n)).to.equal(1n);
        expect(word >> 136n).to.equal(0n);
      });

      it("allows a new position after the slash", async () => {
        const { stakeWeight, asSlasher, alice, held } = await loadFixture(restWithdrawn);
        await asSlasher.slash(alice, held);
        await stakeWeight.connect(alice).stake(7n * WCT, 8n);
        expect(await stakeWeight.positionOf(alice)).to.deep.equal([7n * WCT, 8n, 0n, State.Locked]);
        expect(await stakeWeight.heldOf(alice)).to.equal(0n);
        expect(await stakeWeight.totalWeight()).to.equal(weightOf(7n * WCT, 8n * WEEK));
      });

      it("allows a new position after the veto", async () => {
        const { stakeWeight, asSlasher, alice, held } = await loadFixture(restWithdrawn);
        await asSlasher.releaseHeld(alice, held);
        await stakeWeight.connect(alice).withdraw();
        await stakeWeight.connect(alice).stake(7n * WCT, 8n);
        expect(await stakeWeight.positionOf(alice)).to.deep.equal([7n * WCT, 8n, 0n, State.Locked]);
      });

      it("keeps a delegate's ledger exact", async () => {
        const { stakeWeight, asSlasher, alice, bob, held } = await loadFixture(delegatedRestWithdrawn);
        await asSlasher.slash(alice, held);
        await stakeWeight.connect(alice).stake(7n * WCT, 8n);
        expect(await stakeWeight.getVotes(alice)).to.equal(0n);
        expect(await stakeWeight.getVotes(bob)).to.equal(weightOf(7n * WCT, 8n * WEEK));
        await stakeWeight.connect(alice).delegate(alice);
        expect(await stakeWeight.getVotes(bob)).to.equal(0n);
      });

      it("leaves rewards as they were", async () => {
        const fixture = await loadFixture(earning);
        const { stakeWeight, asSlasher, distributor, bob, thursday } = fixture;
        await stakeWeight.connect(bob).initiateUnlock();
        await asSlasher.holdForSlash(bob, 100n);
        await warpTo(thursday + 30n * WEEK);
        const due = await distributor.claimable(bob);
        await stakeWeight.connect(bob).withdraw();
        expect(await distributor.claimable(bob)).to.equal(due);
        await asSlasher.slash(bob, 20n * WCT);
        expect(await claimExactly(fixture, bob)).to.equal(due);
      });
    });
  });

  describe("releaseStrayTokens", () => {
    it("never takes what is held back", async () => {
      const { stakeWeight, distributor } = await loadFixture(restWithdrawn);
      await expect(distributor.fundStrayTokens()).to.be.revertedWithCustomError(distributor, "NoStrayTokens");
      const asDistributor = await ethers.getImpersonatedSigner(await distributor.getAddress());
      await setBalance(asDistributor.address, WCT);
      await expect(stakeWeight.connect(asDistributor).releaseStrayTokens()).to.be.revertedWithCustomError(
        stakeWeight,
        "NoStrayTokens",
      );
    });

    it("takes the stray ones beside it", async () => {
      const { stakeWeight, token, distributor, bob, held } = await loadFixture(restWithdrawn);
      await token.connect(bob).transfer(stakeWeight, 9n);
      await expect(distributor.fundStrayTokens()).to.changeTokenBalances(token, [stakeWeight, distributor], [-9n, 9n]);
      expect(await token.balanceOf(stakeWeight)).to.equal(held);
    });
  });

  describe("weightsAt", () => {
    const weightsAt = async (
      { stakeWeight }: Pick<Awaited<ReturnType<typeof locked>>, "stakeWeight">,
      accounts: string[],
      second: bigint,
    ) => (await stakeWeight.weightsAt(accounts, second, 0n, 0n)).weights;

    it("tells who is Locked now with enough of both", async () => {
      const { stakeWeight, alice, bob, carol, stranger, thursday } = await loadFixture(unlocking);
      await stakeWeight.connect(bob).stake(3n * WCT, 26n);
      await stakeWeight.connect(carol).stake(4n * WCT, 12n);
      const accounts = [alice, stranger, bob, carol].map(({ address }) => address);
      const locked = async (minAmount: bigint, minPresetWeeks: bigint) =>
        (await stakeWeight.weightsAt(accounts, thursday, minAmount, minPresetWeeks)).locked;
      expect(await locked(1n, 4n)).to.equal(0b1100n);
      expect(await locked(3n * WCT, 26n)).to.equal(0b0100n);
      expect(await locked(3n * WCT + 1n, 12n)).to.equal(0b1000n);
      expect(await locked(4n * WCT, 12n)).to.equal(0b1000n);
      expect(await locked(1n, 27n)).to.equal(0n);
    });

    it("tells the weights at the second asked for, past, present or to come", async () => {
      const { stakeWeight, alice, bob, stranger, thursday, unlockEnd } = await loadFixture(unlocking);
      await nextAt(thursday);
      await stakeWeight.connect(bob).stake(3n * WCT, 26n);
      await nextAt(thursday + WEEK);
      await stakeWeight.connect(alice).relock(104n);
      const accounts = [alice, stranger, bob].map(({ address }) => address);
      for (const second of [0n, thursday - 1n, thursday, thursday + WEEK - 1n, thursday + WEEK, unlockEnd]) {
        const single = await Promise.all(accounts.map((account) => stakeWeight.weightAt(account, second)));
        expect(await weightsAt({ stakeWeight }, accounts, second)).to.deep.equal(single);
      }
    });

    it("tells nothing of nobody", async () => {
      const { stakeWeight, thursday } = await loadFixture(locked);
      expect(await stakeWeight.weightsAt([], thursday, 0n, 0n)).to.deep.equal([[], 0n]);
    });

    it("costs one slot per account that has not changed since", async () => {
      const { stakeWeight, alice, bob, carol, operator, thursday } = await loadFixture(locked);
      for (const staker of [bob, carol, operator]) await stakeWeight.connect(staker).stake(3n * WCT, 26n);
      const costOf = (accounts: string[]) => stakeWeight.weightsAt.estimateGas(accounts, thursday, 0n, 0n);
      const stakers = [alice, bob, carol, operator].map(({ address }) => address);
      const perAccount = ((await costOf(stakers)) - (await costOf(stakers.slice(0, 1)))) / 3n;
      // 2,100 for the slot. A second one would be more than this allows.
      expect(perAccount).to.be.below(6_000n);
    });
  });
});
