import { loadFixture, mine } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { ethers } from "hardhat";
import { LegacyPermanentStakeWeight__factory } from "../../../typechain-types";
import { WCT } from "../../support/amounts";
import { LEGACY_MAX_LOCK_CAP, legacySlots } from "../../support/legacy";
import { firstGeneration, type LegacyFixture, legacyGenerations, laterGeneration } from "../../support/legacyFunded";
import { elementSlot, field, mappingSlot, readSlot } from "../../support/storage";
import { DAY, HOUR, nextAt, now, warpTo, WEEK } from "../../support/time";

const MAX_LOCK = 105n * WEEK - 1n;

/** Weight of a decaying lock: the slope is rounded down. */
function decayingWeight(amount: bigint, remaining: bigint): bigint {
  return (amount / LEGACY_MAX_LOCK_CAP) * remaining;
}

/** Weight of a perpetual lock. */
function permanentWeight(amount: bigint, lockWeeks: bigint): bigint {
  return (amount * lockWeeks * WEEK) / LEGACY_MAX_LOCK_CAP;
}

/** The fields of the point that begins at a slot. */
async function readPoint(contract: LegacyFixture["stakeWeight"], slot: bigint) {
  const packed = await readSlot(contract, slot);
  return {
    bias: BigInt.asIntN(128, field(packed, 0n, 128n)),
    slope: BigInt.asIntN(128, field(packed, 128n, 128n)),
    timestamp: await readSlot(contract, slot + 1n),
    blockNumber: await readSlot(contract, slot + 2n),
  };
}

/** Checks at each time that the total is the sum of the balances, and at last that all totals are still known. */
async function expectSum(
  stakeWeight: LegacyFixture["stakeWeight"],
  accounts: { address: string }[],
  times: bigint[],
): Promise<void> {
  const totals: bigint[] = [];
  for (const time of times) {
    await warpTo(time);
    const balances = await Promise.all(accounts.map(({ address }) => stakeWeight.balanceOf(address)));
    const total = await stakeWeight.totalSupply();
    expect(total).to.equal(balances.reduce((a, b) => a + b, 0n));
    totals.push(total);
  }
  expect(totals[0]).to.be.above(0n);
  await stakeWeight.checkpoint();
  expect(await Promise.all(times.map((time) => stakeWeight.totalSupplyAt(time)))).to.deep.equal(totals);
}

for (const { name, fixture } of legacyGenerations) {
  /** alice has 1,000 WCT locked for 52 Thursdays from the first on. */
  const aliceLocked = async () => {
    const legacy = await fixture();
    const { stakeWeight, alice, thursday } = legacy;
    const end = thursday + 51n * WEEK;
    await nextAt(thursday - DAY);
    await stakeWeight.connect(alice).createLock(1_000n * WCT, end + 5n * DAY);
    return { ...legacy, amount: 1_000n * WCT, start: thursday - DAY, end };
  };

  describe(`LegacyStakeWeight, ${name} generation`, () => {
    describe("initialize", () => {
      it("pushes the first point", async () => {
        const { stakeWeight } = await loadFixture(fixture);
        const point = await stakeWeight.pointHistory(0n);
        expect(await stakeWeight.epoch()).to.equal(0n);
        expect([point.bias, point.slope]).to.deep.equal([0n, 0n]);
        const block = (await ethers.provider.getBlock(Number(point.blockNumber)))!;
        expect(point.timestamp).to.equal(BigInt(block.timestamp));
      });

      it("allows locks of 105 weeks less a second", async () => {
        const { stakeWeight } = await loadFixture(fixture);
        expect(await stakeWeight.maxLock()).to.equal(MAX_LOCK);
      });

      it("refuses a second time", async () => {
        const { stakeWeight } = await loadFixture(fixture);
        await expect(stakeWeight.initialize(ZeroAddress)).to.be.revertedWithCustomError(
          stakeWeight,
          "InvalidInitialization",
        );
      });
    });

    describe("storage", () => {
      it("begins with config, supply and maxLock", async () => {
        const { stakeWeight, addresses, amount } = await loadFixture(aliceLocked);
        expect(await readSlot(stakeWeight, legacySlots.config)).to.equal(BigInt(addresses.config));
        expect(await readSlot(stakeWeight, legacySlots.supply)).to.equal(amount);
        expect(await readSlot(stakeWeight, legacySlots.maxLock)).to.equal(MAX_LOCK);
      });

      it("keeps a lock in three slots", async () => {
        const { stakeWeight, alice, amount, end } = await loadFixture(aliceLocked);
        await stakeWeight.increaseLockAmountUntransferred(alice, 7n * WCT);
        const slot = mappingSlot(alice.address, legacySlots.locks);
        expect(await readSlot(stakeWeight, slot)).to.equal(amount + 7n * WCT);
        expect(await readSlot(stakeWeight, slot + 1n)).to.equal(end);
        expect(await readSlot(stakeWeight, slot + 2n)).to.equal(amount);
      });

      it("keeps the points of the total in step with the epoch", async () => {
        const { stakeWeight, amount, start, end } = await loadFixture(aliceLocked);
        const epoch = await readSlot(stakeWeight, legacySlots.epoch);
        expect(epoch).to.equal(await stakeWeight.epoch());
        expect(await readSlot(stakeWeight, legacySlots.pointHistory)).to.equal(epoch + 1n);
        const point = await readPoint(stakeWeight, elementSlot(epoch, legacySlots.pointHistory, 3n));
        expect(point).to.deep.equal({
          bias: decayingWeight(amount, end - start),
          slope: amount / LEGACY_MAX_LOCK_CAP,
          timestamp: start,
          blockNumber: BigInt(await ethers.provider.getBlockNumber()),
        });
      });

      it("keeps an account's points after an empty one", async () => {
        const { stakeWeight, alice, amount, start, end } = await loadFixture(aliceLocked);
        expect(await readSlot(stakeWeight, mappingSlot(alice.address, legacySlots.userPointEpoch))).to.equal(1n);
        const slot = mappingSlot(alice.address, legacySlots.userPointHistory);
        expect(await readSlot(stakeWeight, slot)).to.equal(2n);
        const none = { bias: 0n, slope: 0n, timestamp: 0n, blockNumber: 0n };
        expect(await readPoint(stakeWeight, elementSlot(0n, slot, 3n))).to.deep.equal(none);
        const point = await readPoint(stakeWeight, elementSlot(1n, slot, 3n));
        expect(point.bias).to.equal(decayingWeight(amount, end - start));
        expect(point.timestamp).to.equal(start);
      });

      it("keeps what ends as a negative change of slope", async () => {
        const { stakeWeight, amount, end } = await loadFixture(aliceLocked);
        const change = await readSlot(stakeWeight, mappingSlot(end, legacySlots.slopeChanges));
        expect(BigInt.asIntN(128, field(change, 0n, 128n))).to.equal(-(amount / LEGACY_MAX_LOCK_CAP));
        expect(await stakeWeight.slopeChanges(end)).to.equal(-(amount / LEGACY_MAX_LOCK_CAP));
      });
    });

    describe("createLock", () => {
      it("ends on the Thursday before", async () => {
        const { stakeWeight, alice, amount, end } = await loadFixture(aliceLocked);
        expect(await stakeWeight.locks(alice)).to.deep.equal([amount, end, amount]);
      });

      it("takes the tokens", async () => {
        const { token, stakeWeight, alice, thursday } = await loadFixture(fixture);
        await expect(stakeWeight.connect(alice).createLock(5n * WCT, thursday)).to.changeTokenBalances(
          token,
          [alice, stakeWeight],
          [-5n * WCT, 5n * WCT],
        );
        expect(await stakeWeight.supply()).to.equal(5n * WCT);
      });

      it("emits Deposit and Supply", async () => {
        const { stakeWeight, alice, bob, thursday } = await loadFixture(fixture);
        await stakeWeight.connect(bob).createLock(3n * WCT, thursday);
        await nextAt(thursday - DAY);
        await expect(stakeWeight.connect(alice).createLock(5n * WCT, thursday + 6n * DAY))
          .to.emit(stakeWeight, "Deposit")
          .withArgs(alice, 5n * WCT, thursday, 1n, thursday - DAY)
          .and.to.emit(stakeWeight, "Supply")
          .withArgs(3n * WCT, 8n * WCT);
      });

      it("allows the longest lock and nothing longer", async () => {
        const { stakeWeight, alice, bob, thursday } = await loadFixture(fixture);
        await nextAt(thursday);
        const tooLate = stakeWeight.connect(alice).createLock(WCT, thursday + 105n * WEEK);
        await expect(tooLate)
          .to.be.revertedWithCustomError(stakeWeight, "UnlockTimeOutOfRange")
          .withArgs(thursday + 105n * WEEK);
        await nextAt(thursday + 1n);
        await stakeWeight.connect(bob).createLock(WCT, thursday + 105n * WEEK);
        expect((await stakeWeight.locks(bob)).end).to.equal(thursday + 105n * WEEK);
      });

      it("refuses an end that has passed once it is a Thursday", async () => {
        const { stakeWeight, alice, thursday } = await loadFixture(fixture);
        await expect(stakeWeight.connect(alice).createLock(WCT, thursday - 1n))
          .to.be.revertedWithCustomError(stakeWeight, "UnlockTimeOutOfRange")
          .withArgs(thursday - WEEK);
      });

      it("refuses an amount of 0 and a second lock", async () => {
        const { stakeWeight, alice, bob, end } = await loadFixture(aliceLocked);
        await expect(stakeWeight.connect(bob).createLock(0n, end)).to.be.revertedWithCustomError(
          stakeWeight,
          "ZeroAmount",
        );
        await expect(stakeWeight.connect(alice).createLock(WCT, end))
          .to.be.revertedWithCustomError(stakeWeight, "AlreadyLocked")
          .withArgs(alice);
      });
    });

    describe("balanceOf", () => {
      it("decays by the second, to 0 at the end", async () => {
        const { stakeWeight, alice, amount, start, end } = await loadFixture(aliceLocked);
        for (const time of [start, start + 1n, start + 9n * WEEK, end - 1n, end, end + WEEK]) {
          await warpTo(time);
          const remaining = time < end ? end - time : 0n;
          expect(await stakeWeight.balanceOf(alice)).to.equal(decayingWeight(amount, remaining));
          expect(await stakeWeight.totalSupply()).to.equal(decayingWeight(amount, remaining));
        }
      });

      it("is 0 without a lock", async () => {
        const { stakeWeight, bob } = await loadFixture(aliceLocked);
        expect(await stakeWeight.balanceOf(bob)).to.equal(0n);
      });

      it("is within 1e-8 of the weight over 209 whole weeks", async () => {
        const { stakeWeight, alice, amount, start, end } = await loadFixture(aliceLocked);
        const exact = (amount * (end - start)) / (209n * WEEK);
        const difference = (await stakeWeight.balanceOfAt(alice, start)) - exact;
        expect(difference).to.be.within(-exact / 10n ** 8n, exact / 10n ** 8n);
      });
    });

    describe("balanceOfAt", () => {
      it("knows every earlier state", async () => {
        const { stakeWeight, alice, amount, start, end } = await loadFixture(aliceLocked);
        await nextAt(start + 10n * WEEK);
        await stakeWeight.connect(alice).increaseLockAmount(amount);
        await nextAt(start + 20n * WEEK);
        await stakeWeight.connect(alice).increaseUnlockTime(end + 10n * WEEK);
        const at = (time: bigint) => stakeWeight.balanceOfAt(alice, time);
        expect(await at(start - 1n)).to.equal(0n);
        expect(await at(start + WEEK)).to.equal(decayingWeight(amount, end - start - WEEK));
        expect(await at(start + 10n * WEEK)).to.equal(decayingWeight(2n * amount, end - start - 10n * WEEK));
        expect(await at(start + 20n * WEEK)).to.equal(decayingWeight(2n * amount, end - start - 10n * WEEK));
      });
    });

    describe("increaseLockAmount", () => {
      it("adds at the same end", async () => {
        const { stakeWeight, alice, amount, start, end } = await loadFixture(aliceLocked);
        await nextAt(start + WEEK);
        await expect(stakeWeight.connect(alice).increaseLockAmount(WCT))
          .to.emit(stakeWeight, "Deposit")
          .withArgs(alice, WCT, end, 2n, start + WEEK);
        expect(await stakeWeight.locks(alice)).to.deep.equal([amount + WCT, end, amount + WCT]);
        expect(await stakeWeight.slopeChanges(end)).to.equal(-((amount + WCT) / LEGACY_MAX_LOCK_CAP));
        expect(await stakeWeight.userPointEpoch(alice)).to.equal(2n);
      });

      it("refuses without a lock and from its end on", async () => {
        const { stakeWeight, alice, bob, end } = await loadFixture(aliceLocked);
        await expect(stakeWeight.connect(bob).increaseLockAmount(WCT))
          .to.be.revertedWithCustomError(stakeWeight, "NotLocked")
          .withArgs(bob);
        await nextAt(end);
        await expect(stakeWeight.connect(alice).increaseLockAmount(WCT))
          .to.be.revertedWithCustomError(stakeWeight, "LockEnded")
          .withArgs(end);
      });
    });

    describe("increaseUnlockTime", () => {
      it("moves the end and its change of slope", async () => {
        const { stakeWeight, alice, amount, start, end } = await loadFixture(aliceLocked);
        await nextAt(start + WEEK);
        await expect(stakeWeight.connect(alice).increaseUnlockTime(end + WEEK + 1n))
          .to.emit(stakeWeight, "Deposit")
          .withArgs(alice, 0n, end + WEEK, 3n, start + WEEK);
        expect(await stakeWeight.slopeChanges(end)).to.equal(0n);
        expect(await stakeWeight.slopeChanges(end + WEEK)).to.equal(-(amount / LEGACY_MAX_LOCK_CAP));
        expect(await stakeWeight.balanceOf(alice)).to.equal(decayingWeight(amount, end - start));
      });

      it("refuses an end that is no later, or too late", async () => {
        const { stakeWeight, alice, end } = await loadFixture(aliceLocked);
        for (const time of [end, end + 100n * WEEK]) {
          await expect(stakeWeight.connect(alice).increaseUnlockTime(time))
            .to.be.revertedWithCustomError(stakeWeight, "UnlockTimeOutOfRange")
            .withArgs(time);
        }
      });
    });

    describe("createLockUntransferred", () => {
      it("counts tokens that stay elsewhere", async () => {
        const { token, stakeWeight, stranger, alice, amount, end } = await loadFixture(aliceLocked);
        const sent = stakeWeight.createLockUntransferred(stranger, amount, end);
        await expect(sent).to.changeTokenBalance(token, stakeWeight, 0n);
        expect(await stakeWeight.locks(stranger)).to.deep.equal([amount, end, 0n]);
        expect(await stakeWeight.supply()).to.equal(2n * amount);
        expect(await stakeWeight.balanceOf(stranger)).to.equal(await stakeWeight.balanceOf(alice));
      });

      it("mixes with tokens of the owner's own", async () => {
        const { stakeWeight, bob, amount, end } = await loadFixture(aliceLocked);
        await stakeWeight.createLockUntransferred(bob, 2n * amount, end);
        await stakeWeight.connect(bob).increaseLockAmount(amount);
        await stakeWeight.increaseLockAmountUntransferred(bob, 4n * amount);
        expect(await stakeWeight.locks(bob)).to.deep.equal([7n * amount, end, amount]);
        expect(await stakeWeight.supply()).to.equal(8n * amount);
      });
    });

    describe("withdrawAll", () => {
      it("pays what was transferred, from the end on", async () => {
        const { token, stakeWeight, alice, amount, end } = await loadFixture(aliceLocked);
        await stakeWeight.increaseLockAmountUntransferred(alice, 3n * amount);
        await nextAt(end - 1n);
        await expect(stakeWeight.connect(alice).withdrawAll())
          .to.be.revertedWithCustomError(stakeWeight, "LockNotEnded")
          .withArgs(end);
        await nextAt(end);
        const sent = stakeWeight.connect(alice).withdrawAll();
        await expect(sent).to.changeTokenBalances(token, [stakeWeight, alice], [-amount, amount]);
        await expect(sent)
          .to.emit(stakeWeight, "Withdraw")
          .withArgs(alice, amount, end)
          .and.to.emit(stakeWeight, "Supply")
          .withArgs(4n * amount, 0n);
        expect(await stakeWeight.locks(alice)).to.deep.equal([0n, 0n, 0n]);
      });

      it("makes room for a new lock", async () => {
        const { stakeWeight, alice, amount, end } = await loadFixture(aliceLocked);
        await nextAt(end);
        await stakeWeight.connect(alice).withdrawAll();
        await nextAt(end + DAY);
        await stakeWeight.connect(alice).createLock(amount, end + 10n * WEEK);
        expect(await stakeWeight.totalSupply()).to.equal(decayingWeight(amount, 10n * WEEK - DAY));
      });

      it("refuses without a lock", async () => {
        const { stakeWeight, bob } = await loadFixture(aliceLocked);
        await expect(stakeWeight.connect(bob).withdrawAll())
          .to.be.revertedWithCustomError(stakeWeight, "NotLocked")
          .withArgs(bob);
      });
    });

    describe("totalSupply", () => {
      it("is the sum of the balances at every time", async () => {
        const { stakeWeight, alice, bob, carol, stranger, amount, start, end } = await loadFixture(aliceLocked);
        await stakeWeight.connect(bob).createLock(777n * WCT + 13n, start + 12n * WEEK);
        await stakeWeight.createLockUntransferred(stranger, 5n * amount, end);
        await nextAt(start + 4n * WEEK + HOUR);
        await stakeWeight.connect(carol).createLock(amount / 3n, start + 90n * WEEK);
        await stakeWeight.connect(bob).increaseLockAmount(11n * WCT);
        await nextAt(start + 6n * WEEK);
        await stakeWeight.connect(alice).increaseUnlockTime(end + 20n * WEEK);
        const weeks = [6n, 7n, 11n, 12n, 30n, 51n, 52n, 71n, 72n, 89n, 90n, 95n];
        const times = weeks.flatMap((week) => [start + week * WEEK + 1n, start + week * WEEK + DAY]);
        await expectSum(stakeWeight, [alice, bob, carol, stranger], times);
        expect(await stakeWeight.totalSupply()).to.equal(0n);
      });

      it("is the same whether or not the points were appended", async () => {
        const { stakeWeight, start, end } = await loadFixture(aliceLocked);
        const times = [start, start + DAY, start + 8n * WEEK, start + 30n * WEEK, end - 1n, end];
        const at = () => Promise.all(times.map((time) => stakeWeight.totalSupplyAt(time)));
        const projected = await at();
        await nextAt(end + DAY);
        await stakeWeight.checkpoint();
        expect(await at()).to.deep.equal(projected);
      });
    });

    describe("checkpoint", () => {
      it("appends one point per Thursday and one for now", async () => {
        const { stakeWeight, thursday, amount, end } = await loadFixture(aliceLocked);
        const before = await stakeWeight.epoch();
        await nextAt(thursday + 20n * WEEK + DAY);
        await stakeWeight.checkpoint();
        expect(await stakeWeight.epoch()).to.equal(before + 22n);
        expect(await readSlot(stakeWeight, legacySlots.pointHistory)).to.equal(before + 23n);
        for (let week = 0n; week <= 20n; ++week) {
          const time = thursday + week * WEEK;
          const point = await stakeWeight.pointHistory(before + 1n + week);
          expect(point.timestamp).to.equal(time);
          expect(point.bias).to.equal(decayingWeight(amount, end - time));
        }
        expect((await stakeWeight.pointHistory(before + 22n)).timestamp).to.equal(thursday + 20n * WEEK + DAY);
      });

      it("appends a Thursday only once if that is now", async () => {
        const { stakeWeight, thursday } = await loadFixture(aliceLocked);
        const before = await stakeWeight.epoch();
        await nextAt(thursday + 3n * WEEK);
        await stakeWeight.checkpoint();
        expect(await stakeWeight.epoch()).to.equal(before + 4n);
      });

      it("loses its slope at the end", async () => {
        const { stakeWeight, end } = await loadFixture(aliceLocked);
        await nextAt(end);
        await stakeWeight.checkpoint();
        const point = await stakeWeight.pointHistory(await stakeWeight.epoch());
        expect([point.bias, point.slope]).to.deep.equal([0n, 0n]);
      });

      it("spreads block numbers over the time", async () => {
        const { stakeWeight, start, thursday } = await loadFixture(aliceLocked);
        const before = await stakeWeight.epoch();
        const from = BigInt(await ethers.provider.getBlockNumber());
        await mine(70);
        await nextAt(start + 8n * WEEK);
        await stakeWeight.checkpoint();
        const passed = BigInt(await ethers.provider.getBlockNumber()) - from;
        for (const week of [0n, 3n, 7n]) {
          const exact = from + (passed * (thursday + week * WEEK - start)) / (8n * WEEK);
          const point = await stakeWeight.pointHistory(before + 1n + week);
          expect(point.blockNumber).to.be.within(exact - 1n, exact);
        }
        expect((await stakeWeight.pointHistory(before + 9n)).blockNumber).to.equal(from + passed);
      });

      it("appends 255 points at most", async () => {
        const { stakeWeight, thursday } = await loadFixture(aliceLocked);
        const before = await stakeWeight.epoch();
        await nextAt(thursday + 300n * WEEK + DAY);
        await stakeWeight.checkpoint();
        expect(await stakeWeight.epoch()).to.equal(before + 255n);
        expect((await stakeWeight.pointHistory(before + 255n)).timestamp).to.equal(thursday + 254n * WEEK);
        await stakeWeight.checkpoint();
        expect(await stakeWeight.epoch()).to.equal(before + 302n);
      });
    });
  });
}

/** alice has a perpetual lock of 1,000 WCT and 52 weeks since the Wednesday, bob a decaying one of 500 WCT. */
async function alicePermanent() {
  const legacy = await laterGeneration();
  const { stakeWeight, alice, bob, thursday } = legacy;
  const start = thursday - DAY;
  await stakeWeight.connect(bob).createLock(500n * WCT, thursday + 20n * WEEK);
  await nextAt(start);
  await stakeWeight.connect(alice).createPermanentLock(1_000n * WCT, 52n);
  return { ...legacy, amount: 1_000n * WCT, weight: permanentWeight(1_000n * WCT, 52n), start };
}

describe("LegacyPermanentStakeWeight", () => {
  describe("storage", () => {
    it("appends the perpetual locks to the struct", async () => {
      const { stakeWeight, alice, weight } = await loadFixture(alicePermanent);
      const ofAlice = (slot: bigint) => readSlot(stakeWeight, mappingSlot(alice.address, slot));
      expect(await ofAlice(legacySlots.isPermanent)).to.equal(1n);
      expect(await ofAlice(legacySlots.permanentBaseWeeks)).to.equal(52n);
      expect(await ofAlice(legacySlots.permanentStakeWeight)).to.equal(weight);
      expect(await readSlot(stakeWeight, legacySlots.permanentTotalSupply)).to.equal(weight);
      const epoch = await stakeWeight.epoch();
      expect(await readSlot(stakeWeight, mappingSlot(epoch, legacySlots.globalPermanentSupplyAtEpoch))).to.equal(
        weight,
      );
      const weights = mappingSlot(alice.address, legacySlots.userPermanentWeightAtEpoch);
      expect(await readSlot(stakeWeight, mappingSlot(1n, weights))).to.equal(weight);
    });
  });

  describe("createPermanentLock", () => {
    it("makes a lock without an end", async () => {
      const { token, stakeWeight, alice, amount } = await loadFixture(alicePermanent);
      expect(await stakeWeight.locks(alice)).to.deep.equal([amount, 0n, amount]);
      expect(await stakeWeight.isPermanent(alice)).to.equal(true);
      expect(await stakeWeight.permanentBaseWeeks(alice)).to.equal(52n);
      expect(await stakeWeight.supply()).to.equal(1_500n * WCT);
      expect(await token.balanceOf(stakeWeight)).to.equal(1_500n * WCT);
    });

    it("writes a point without weight, and the weight beside it", async () => {
      const { stakeWeight, alice, weight, start } = await loadFixture(alicePermanent);
      const point = await stakeWeight.userPointHistory(alice, 1n);
      expect([point.bias, point.slope, point.timestamp]).to.deep.equal([0n, 0n, start]);
      expect(await stakeWeight.userPermanentAt(alice, 1n)).to.equal(weight);
    });

    it("emits Deposit with an end of 0", async () => {
      const { stakeWeight, alice, thursday } = await loadFixture(laterGeneration);
      await nextAt(thursday);
      await expect(stakeWeight.connect(alice).createPermanentLock(WCT, 4n))
        .to.emit(stakeWeight, "Deposit")
        .withArgs(alice, WCT, 0n, 1n, thursday);
    });

    it("refuses weeks that are no preset, an amount of 0 and a second lock", async () => {
      const { stakeWeight, alice, bob, carol } = await loadFixture(alicePermanent);
      await expect(stakeWeight.connect(carol).createPermanentLock(WCT, 5n))
        .to.be.revertedWithCustomError(stakeWeight, "InvalidWeeks")
        .withArgs(5n);
      await expect(stakeWeight.connect(carol).createPermanentLock(0n, 4n)).to.be.revertedWithCustomError(
        stakeWeight,
        "ZeroAmount",
      );
      for (const owner of [alice, bob]) {
        await expect(stakeWeight.connect(owner).createPermanentLock(WCT, 4n))
          .to.be.revertedWithCustomError(stakeWeight, "AlreadyLocked")
          .withArgs(owner);
      }
    });
  });

  describe("a perpetual lock", () => {
    it("keeps its weight in every total", async () => {
      const { stakeWeight, alice, weight, thursday } = await loadFixture(alicePermanent);
      const first = await stakeWeight.epoch();
      await nextAt(thursday + 30n * WEEK + DAY);
      await stakeWeight.checkpoint();
      const last = await stakeWeight.epoch();
      expect(last).to.equal(first + 32n);
      for (let epoch = first; epoch <= last; ++epoch) {
        expect(await stakeWeight.permanentSupplyByEpoch(epoch)).to.equal(weight);
      }
      expect(await stakeWeight.balanceOf(alice)).to.equal(weight);
      expect(await stakeWeight.totalSupply()).to.equal(weight);
    });

    it("cannot be changed or withdrawn as a decaying one", async () => {
      const { stakeWeight, alice, thursday } = await loadFixture(alicePermanent);
      const asAlice = stakeWeight.connect(alice);
      for (const send of [
        () => asAlice.increaseLockAmount(WCT),
        () => asAlice.increaseLockAmountUntransferred(alice, WCT),
        () => asAlice.increaseUnlockTime(thursday + 9n * WEEK),
        () => asAlice.convertToPermanent(104n),
        () => asAlice.withdrawAll(),
      ]) {
        await expect(send()).to.be.revertedWithCustomError(stakeWeight, "NotLocked").withArgs(alice);
      }
    });
  });

  describe("convertToPermanent", () => {
    it("stops the decay", async () => {
      const { stakeWeight, bob, weight, thursday } = await loadFixture(alicePermanent);
      await nextAt(thursday + 9n * WEEK);
      const before = await stakeWeight.epoch();
      await stakeWeight.connect(bob).convertToPermanent(12n);
      const ofBob = permanentWeight(500n * WCT, 12n);
      expect(await stakeWeight.locks(bob)).to.deep.equal([500n * WCT, 0n, 500n * WCT]);
      expect(await stakeWeight.slopeChanges(thursday + 20n * WEEK)).to.equal(0n);
      const last = await stakeWeight.epoch();
      expect(last).to.equal(before + 10n);
      expect(await stakeWeight.permanentSupplyByEpoch(last - 1n)).to.equal(weight);
      expect(await stakeWeight.permanentSupplyByEpoch(last)).to.equal(weight + ofBob);
      const point = await stakeWeight.pointHistory(last);
      expect([point.bias, point.slope]).to.deep.equal([0n, 0n]);
      await warpTo(thursday + 80n * WEEK);
      expect(await stakeWeight.balanceOf(bob)).to.equal(ofBob);
    });

    it("keeps what was not transferred", async () => {
      const { stakeWeight, bob, amount } = await loadFixture(alicePermanent);
      await stakeWeight.increaseLockAmountUntransferred(bob, amount);
      await stakeWeight.connect(bob).convertToPermanent(26n);
      expect(await stakeWeight.locks(bob)).to.deep.equal([500n * WCT + amount, 0n, 500n * WCT]);
    });

    it("refuses fewer weeks than remain, and weeks that are no preset", async () => {
      const { stakeWeight, bob, thursday } = await loadFixture(alicePermanent);
      await expect(stakeWeight.connect(bob).convertToPermanent(105n))
        .to.be.revertedWithCustomError(stakeWeight, "InvalidWeeks")
        .withArgs(105n);
      await nextAt(thursday + 8n * WEEK - 1n);
      await expect(stakeWeight.connect(bob).convertToPermanent(12n))
        .to.be.revertedWithCustomError(stakeWeight, "WeeksTooShort")
        .withArgs(12n, 12n * WEEK + 1n);
      await nextAt(thursday + 8n * WEEK);
      await stakeWeight.connect(bob).convertToPermanent(12n);
    });

    it("refuses a lock that has ended", async () => {
      const { stakeWeight, bob, thursday } = await loadFixture(alicePermanent);
      await nextAt(thursday + 20n * WEEK);
      await expect(stakeWeight.connect(bob).convertToPermanent(4n))
        .to.be.revertedWithCustomError(stakeWeight, "LockEnded")
        .withArgs(thursday + 20n * WEEK);
    });
  });

  describe("increasePermanentAmount", () => {
    it("adds weight at the same weeks", async () => {
      const { stakeWeight, alice, bob, amount } = await loadFixture(alicePermanent);
      await stakeWeight.connect(alice).increasePermanentAmount(2n * amount);
      const weight = permanentWeight(3n * amount, 52n);
      expect(await stakeWeight.balanceOf(alice)).to.equal(weight);
      expect(await stakeWeight.userPermanentAt(alice, 2n)).to.equal(weight);
      expect(await stakeWeight.permanentSupplyByEpoch(await stakeWeight.epoch())).to.equal(weight);
      await expect(stakeWeight.connect(bob).increasePermanentAmount(WCT))
        .to.be.revertedWithCustomError(stakeWeight, "NotPermanent")
        .withArgs(bob);
    });
  });

  describe("triggerUnlock", () => {
    it("lets the lock decay from its weeks, to a Thursday", async () => {
      const { stakeWeight, alice, amount, weight, thursday } = await loadFixture(alicePermanent);
      const time = thursday + 10n * WEEK + DAY;
      const end = thursday + 62n * WEEK;
      await nextAt(time);
      await expect(stakeWeight.connect(alice).triggerUnlock())
        .to.emit(stakeWeight, "Deposit")
        .withArgs(alice, 0n, end, 3n, time);
      expect(await stakeWeight.locks(alice)).to.deep.equal([amount, end, amount]);
      expect(await stakeWeight.isPermanent(alice)).to.equal(false);
      expect(await stakeWeight.permanentBaseWeeks(alice)).to.equal(0n);
      const last = await stakeWeight.epoch();
      expect(await stakeWeight.permanentSupplyByEpoch(last - 1n)).to.equal(weight);
      expect(await stakeWeight.permanentSupplyByEpoch(last)).to.equal(0n);
      expect(await stakeWeight.balanceOf(alice)).to.equal(decayingWeight(amount, 52n * WEEK - DAY));
      expect(await stakeWeight.balanceOfAt(alice, time - 1n)).to.equal(weight);
      await nextAt(end);
      await stakeWeight.connect(alice).withdrawAll();
      expect(await stakeWeight.totalSupply()).to.equal(0n);
    });

    it("refuses what does not stand still", async () => {
      const { stakeWeight, bob } = await loadFixture(alicePermanent);
      await expect(stakeWeight.connect(bob).triggerUnlock())
        .to.be.revertedWithCustomError(stakeWeight, "NotPermanent")
        .withArgs(bob);
    });
  });

  describe("totalSupply", () => {
    it("is the sum of the balances through all changes", async () => {
      const { stakeWeight, alice, bob, carol, thursday } = await loadFixture(alicePermanent);
      const accounts = [alice, bob, carol];
      await stakeWeight.connect(carol).createPermanentLock(333n * WCT + 1n, 4n);
      await expectSum(stakeWeight, accounts, [thursday, thursday + 3n * WEEK + HOUR]);
      await stakeWeight.connect(bob).convertToPermanent(26n);
      await stakeWeight.connect(carol).triggerUnlock();
      const weeks = [5n, 6n, 7n, 8n, 40n];
      await expectSum(
        stakeWeight,
        accounts,
        weeks.map((week) => thursday + week * WEEK),
      );
      await stakeWeight.connect(alice).triggerUnlock();
      await stakeWeight.connect(bob).triggerUnlock();
      await expectSum(
        stakeWeight,
        accounts,
        [41n, 66n, 67n, 92n, 93n].map((week) => thursday + week * WEEK),
      );
    });
  });

  describe("given a proxy of the first generation", () => {
    it("takes over its locks and points", async () => {
      const legacy = await loadFixture(firstGeneration);
      const { proxyAdmin, addresses, alice, bob, thursday } = legacy;
      const end = thursday + 20n * WEEK;
      await nextAt(thursday);
      await legacy.stakeWeight.connect(alice).createLock(1_000n * WCT, end);
      await legacy.stakeWeight.createLockUntransferred(bob, 2_000n * WCT, end);
      const later = await ethers.deployContract("LegacyPermanentStakeWeight");
      await proxyAdmin.upgradeAndCall(addresses.stakeWeight, later, "0x");
      const stakeWeight = LegacyPermanentStakeWeight__factory.connect(addresses.stakeWeight, alice);
      const time = thursday + 10n * WEEK;
      await nextAt(time);
      await stakeWeight.convertToPermanent(12n);
      const weight = permanentWeight(1_000n * WCT, 12n);
      expect(await stakeWeight.supply()).to.equal(3_000n * WCT);
      expect(await stakeWeight.balanceOf(alice)).to.equal(weight);
      expect(await stakeWeight.totalSupply()).to.equal(weight + decayingWeight(2_000n * WCT, 10n * WEEK));
      expect(await stakeWeight.balanceOfAt(alice, time - 1n)).to.equal(decayingWeight(1_000n * WCT, 10n * WEEK + 1n));
      expect(await stakeWeight.permanentSupplyByEpoch(1n)).to.equal(0n);
      expect(await now()).to.equal(time);
    });
  });
});
