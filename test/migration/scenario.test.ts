import { loadFixture, takeSnapshot } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { MaxUint256 } from "ethers";
import type { LegacyStakeWeightBridge } from "../../typechain-types";
import { WCT, weightOf } from "../support/amounts";
import { LEGACY_MAX_LOCK_CAP, type LegacyGeneration } from "../support/legacy";
import { type LegacyOwner, populated, type Population } from "../support/legacyPopulation";
import { LockStatus, State, upgradeToBridge } from "../support/migration";
import { expectShare } from "../support/rewarded";
import { DAY, HOUR, nextAt, warpTo, WEEK } from "../support/time";

const BATCH = 40;

/** What an owner's position has to be. */
interface Expected {
  amount: bigint;
  presetWeeks: bigint;
  /** 0 while Locked. */
  unlockEnd: bigint;
}

function isBacked({ amount, transferredAmount }: LegacyOwner): boolean {
  return amount === transferredAmount;
}

function sum(values: bigint[]): bigint {
  return values.reduce((a, b) => a + b, 0n);
}

async function migrateAll(bridge: LegacyStakeWeightBridge, owners: LegacyOwner[]): Promise<void> {
  for (let from = 0; from < owners.length; from += BATCH) {
    await bridge.migrate(owners.slice(from, from + BATCH).map(({ signer }) => signer));
  }
}

/**
 * The whole migration: half of the owners are moved on Monday; then both halves act; eight days later, on a Tuesday, the rest is
 * moved, all having been told once more, and five weeks later those who had been in their own way. Tells what every owner's position has
 * to be, and what went where.
 */
async function migrated(population: Population) {
  const { stakeWeight, legacy, token, deployer, owners, thursday } = population;
  const heldBefore = await token.balanceOf(legacy.stakeWeight);
  const bridge = await upgradeToBridge(population);
  const fromBlock = (await bridge.runner!.provider!.getBlockNumber()) + 1;
  // Every kind is in both halves.
  const early = owners.filter((_, index) => index % 4 < 2);
  const late = owners.filter((_, index) => index % 4 >= 2);
  await migrateAll(bridge, early);

  const expected = new Map<LegacyOwner, Expected>();
  for (const owner of owners.filter(isBacked)) {
    expected.set(owner, { amount: owner.amount, presetWeeks: owner.presetWeeks, unlockEnd: owner.end });
  }
  const of = ({ signer }: LegacyOwner) => stakeWeight.connect(signer);
  const take = (among: LegacyOwner[], kind: LegacyOwner["kind"], count = 1) =>
    among.filter((owner) => owner.kind === kind).slice(0, count);
  for (const { signer } of owners) await token.connect(signer).approve(stakeWeight, MaxUint256);

  // Those who have arrived do as any other.
  for (const owner of take(early, "plain", 3)) {
    await of(owner).relock(104n);
    expected.set(owner, { amount: owner.amount, presetWeeks: 104n, unlockEnd: 0n });
  }
  for (const owner of [...take(early, "made longer", 3), ...take(early, "dust", 2)]) {
    await of(owner).increaseAmount(5n * WCT);
    expected.get(owner)!.amount += 5n * WCT;
  }
  for (const owner of take(early, "ended", 2)) {
    await of(owner).withdraw();
    expected.delete(owner);
  }
  for (const owner of take(early, "perpetual", 3).filter(({ end }) => end === 0n)) {
    await of(owner).initiateUnlock();
    expected.get(owner)!.unlockEnd = (await stakeWeight.positionOf(owner.signer)).unlockEnd;
  }
  for (const owner of [...take(early, "as long as possible", 2), ...take(late, "as long as possible", 2)]) {
    await of(owner).delegate(deployer);
  }

  // Those who have not arrived can do the same in the new system, and leave the old one.
  const joined = take(late, "plain", 3);
  for (const owner of joined) {
    await of(owner).stake(WCT, 104n);
    await bridge.connect(owner.signer).join();
    expected.set(owner, { amount: owner.amount + WCT, presetWeeks: 104n, unlockEnd: 0n });
  }
  const waiting = take(late, "added", 3);
  for (const owner of waiting) {
    await of(owner).stake(WCT, 4n);
    await of(owner).initiateUnlock();
  }
  const left = take(late, "ended", 3);
  for (const owner of left) {
    await bridge.connect(owner.signer).withdraw();
    expected.delete(owner);
  }
  for (const owner of [...early.slice(0, 5), ...late.slice(0, 5)]) await legacy.distributor.claim(owner.signer);

  await nextAt(thursday + 5n * DAY);
  await migrateAll(bridge, [...owners].reverse());
  const afterwards = thursday + 5n * WEEK;
  await nextAt(afterwards);
  for (const owner of waiting) await of(owner).withdraw();
  await migrateAll(bridge, waiting);
  await migrateAll(bridge, owners);
  return { ...population, bridge, expected, early, late, joined, left, waiting, afterwards, heldBefore, fromBlock };
}

/**
 * Claims everything in the old system for every owner, for most of them soon, for others only after more than one and more than
 * three idle years, and tells what each has ever been paid.
 */
async function oldRewards({ legacy, owners, thursday }: Population): Promise<bigint[]> {
  const { distributor } = legacy;
  const claiming = (index: number) => (index % 20 === 0 ? 2 : index % 10 === 1 ? 1 : 0);
  for (const [group, week] of [6n, 70n, 180n].entries()) {
    await warpTo(thursday + week * WEEK + HOUR);
    // A call walks 52 weeks at most.
    for (const { signer } of owners.filter((_, index) => claiming(index) === group)) {
      for (let walked = 0n; walked < week + 20n; walked += 52n) await distributor.claim(signer);
    }
  }
  const paid = new Map(owners.map(({ signer }) => [signer.address, 0n]));
  for (const { args } of await distributor.queryFilter(distributor.filters.Claimed())) {
    paid.set(args.account, paid.get(args.account)! + args.amount);
  }
  return [...paid.values()];
}

for (const [name, generation] of [
  ["first", 1],
  ["later", 2],
] as [string, LegacyGeneration][]) {
  const before = () => populated(generation);
  const after = async () => migrated(await before());

  describe(`the migration of hundreds of locks, ${name} generation`, () => {
    it("tells before which lock will move and which will not", async () => {
      const population = await loadFixture(before);
      const bridge = await upgradeToBridge(population);
      for (const owner of population.owners) {
        const status = isBacked(owner) ? LockStatus.Ready : LockStatus.NotBacked;
        expect(await bridge.statusOf(owner.signer)).to.equal(status);
      }
    });

    it("gives every owner a position with the terms of the lock, or what the owner made of it", async () => {
      const { stakeWeight, owners, expected, afterwards } = await loadFixture(after);
      let positions = 0;
      for (const owner of owners) {
        const position = await stakeWeight.positionOf(owner.signer);
        const terms = expected.get(owner);
        if (terms === undefined) {
          expect(position).to.deep.equal([0n, 0n, 0n, State.None]);
          continue;
        }
        const { amount, presetWeeks, unlockEnd } = terms;
        const state = unlockEnd === 0n ? State.Locked : unlockEnd > afterwards ? State.Unlocking : State.Unlocked;
        expect(position).to.deep.equal([amount, presetWeeks, unlockEnd, state]);
        ++positions;
      }
      expect(positions).to.be.above(200);
    });

    it("keeps every weight within 1e-8 of the old one, at every later second", async () => {
      const { stakeWeight, owners, expected, afterwards, thursday } = await loadFixture(after);
      let compared = 0;
      for (const owner of owners) {
        const { amount, end, presetWeeks } = owner;
        const terms = expected.get(owner);
        const isAsItWas = terms?.amount === amount && terms.unlockEnd === end && terms.presetWeeks === presetWeeks;
        if (!isAsItWas || (end !== 0n && end <= afterwards)) continue;
        for (const time of [afterwards, thursday + 9n * WEEK - 1n, thursday + 31n * WEEK + 12_345n, end - 1n, end]) {
          if (time < afterwards) continue;
          const remaining = end === 0n ? presetWeeks * WEEK : end > time ? end - time : 0n;
          // The old weight is amount · remaining / (209 weeks − 1 s); less than a wei of rounding comes to it.
          const old = amount * remaining;
          const difference = (await stakeWeight.weightAt(owner.signer, time)) * LEGACY_MAX_LOCK_CAP - old;
          expect(difference < 0n ? -difference : difference).to.be.below(old / 10n ** 8n + LEGACY_MAX_LOCK_CAP + 1n);
          if (remaining === 0n) expect(difference).to.equal(0n);
          ++compared;
        }
      }
      expect(compared).to.be.above(500);
    });

    it("adds the weights up to the total, at every later second", async () => {
      const { stakeWeight, expected, afterwards, thursday } = await loadFixture(after);
      const owners = [...expected.keys()];
      for (const time of [afterwards, thursday + 20n * WEEK - 1n, thursday + 20n * WEEK, thursday + 104n * WEEK]) {
        const weights = await Promise.all(owners.map(({ signer }) => stakeWeight.weightAt(signer, time)));
        expect((await stakeWeight.totalWeightAt(time)) - sum(weights)).to.be.within(0n, BigInt(owners.length));
      }
      expect(await stakeWeight.totalStaked()).to.equal(sum([...expected.values()].map(({ amount }) => amount)));
    });

    it("moves the tokens of the locks to the wei", async () => {
      const { bridge, token, owners, joined, left, heldBefore, fromBlock } = await loadFixture(after);
      const { LockMigrated, LockJoined, LockWithdrawn } = bridge.filters;
      const moved = (await bridge.queryFilter(LockMigrated(), fromBlock)).map(({ args }) => args);
      const byJoin = (await bridge.queryFilter(LockJoined(), fromBlock)).map(({ args }) => args);
      const withdrawn = (await bridge.queryFilter(LockWithdrawn(), fromBlock)).map(({ args }) => args);
      const stays = owners.filter((owner) => !isBacked(owner));
      expect(new Set(moved.map(({ account }) => account)).size).to.equal(moved.length);
      expect(moved.length).to.equal(owners.length - stays.length - joined.length - left.length);
      expect(byJoin.map(({ amount }) => amount)).to.deep.equal(joined.map(({ amount }) => amount));
      expect(withdrawn.map(({ amount }) => amount)).to.deep.equal(left.map(({ amount }) => amount));
      const sumOf = (list: { amount: bigint }[]) => sum(list.map(({ amount }) => amount));
      const stillHere = sum(stays.map(({ transferredAmount }) => transferredAmount));
      expect(stillHere).to.be.above(0n);
      expect(sumOf(moved) + sumOf(byJoin) + sumOf(withdrawn) + stillHere).to.equal(heldBefore);
      expect(await token.balanceOf(bridge)).to.equal(stillHere);
    });

    it("leaves what is not backed, tells so, and sums it up in the supply", async () => {
      const { bridge, owners, fromBlock } = await loadFixture(after);
      const stays = owners.filter((owner) => !isBacked(owner));
      const told = new Set<string>();
      for (const { args } of await bridge.queryFilter(bridge.filters.LockLeft(), fromBlock)) {
        if (args.status === LockStatus.NotBacked) told.add(args.account);
      }
      expect(told).to.deep.equal(new Set(stays.map(({ signer }) => signer.address)));
      for (const { signer, amount, end, transferredAmount } of stays) {
        expect(await bridge.locks(signer)).to.deep.equal([amount, end, transferredAmount]);
      }
      for (const owner of owners.filter(isBacked)) {
        expect(await bridge.locks(owner.signer)).to.deep.equal([0n, 0n, 0n]);
      }
      expect(await bridge.supply()).to.equal(sum(stays.map(({ amount }) => amount)));
    });

    it("holds every position's tokens, and no more", async () => {
      const { stakeWeight, token } = await loadFixture(after);
      expect(await token.balanceOf(stakeWeight)).to.equal(await stakeWeight.totalStaked());
    });

    it("gives the votes of those who delegated to their delegate, and all others their own", async () => {
      const { stakeWeight, owners, deployer } = await loadFixture(after);
      let given = 0n;
      let delegators = 0;
      for (const { signer } of owners) {
        const isGiven = (await stakeWeight.delegates(signer)) === deployer.address;
        const weight = await stakeWeight.weightOf(signer);
        expect(await stakeWeight.getVotes(signer)).to.equal(isGiven ? 0n : weight);
        if (!isGiven) continue;
        given += weight;
        ++delegators;
      }
      expect(delegators).to.equal(4);
      expect((await stakeWeight.getVotes(deployer)) - given).to.be.within(0n, 4n);
    });

    it("counts every position for the rewards of the next Thursday", async () => {
      const population = await loadFixture(before);
      const { stakeWeight, distributor, funder, owners, thursday } = population;
      const bridge = await upgradeToBridge(population);
      const backed = owners.filter(isBacked);
      await distributor.connect(funder).fund(thursday, 1_000_000n * WCT);
      await migrateAll(bridge, backed.slice(0, -BATCH));
      // The very last second that counts.
      await nextAt(thursday - 1n);
      await migrateAll(bridge, backed.slice(-BATCH));
      await warpTo(thursday + WEEK);
      const tokenWeeks = ({ amount, presetWeeks, end }: LegacyOwner) =>
        amount * (end === 0n ? presetWeeks : end > thursday ? (end - thursday) / WEEK : 0n);
      const total = sum(backed.map(tokenWeeks));
      expect(await stakeWeight.totalTokenWeeksForPeriods(thursday, 1n)).to.deep.equal([total]);
      for (const owner of backed) {
        expectShare(await distributor.claimable(owner.signer), (1_000_000n * WCT * tokenWeeks(owner)) / total);
      }
    });

    it("lets every owner withdraw at the end, and not a second earlier", async () => {
      const { stakeWeight, token, expected, afterwards } = await loadFixture(after);
      const ending = [...expected].filter(([, { unlockEnd }]) => unlockEnd > afterwards);
      const ends = [...new Set(ending.map(([, { unlockEnd }]) => unlockEnd))].sort((a, b) => (a < b ? -1 : 1));
      expect(ends.length).to.be.above(50);
      for (const [owner] of [...expected].filter(([, { unlockEnd }]) => unlockEnd !== 0n && unlockEnd <= afterwards)) {
        const { amount } = expected.get(owner)!;
        await expect(stakeWeight.connect(owner.signer).withdraw()).to.changeTokenBalance(token, owner.signer, amount);
      }
      for (const end of ends) {
        const leaving = ending.filter(([, { unlockEnd }]) => unlockEnd === end);
        await warpTo(end - 1n);
        for (const [{ signer }] of leaving) {
          await expect(stakeWeight.connect(signer).withdraw.staticCall())
            .to.be.revertedWithCustomError(stakeWeight, "NotUnlocked")
            .withArgs(signer, State.Unlocking, end);
        }
        for (const [{ signer }, { amount }] of leaving) {
          await nextAt(end);
          await expect(stakeWeight.connect(signer).withdraw()).to.changeTokenBalance(token, signer, amount);
        }
      }
      const locked = [...expected.values()].filter(({ unlockEnd }) => unlockEnd === 0n);
      expect(await stakeWeight.totalStaked()).to.equal(sum(locked.map(({ amount }) => amount)));
      expect(await stakeWeight.totalWeight()).to.be.closeTo(
        sum(locked.map(({ amount, presetWeeks }) => weightOf(amount, presetWeeks * WEEK))),
        BigInt(locked.length),
      );
    });

    it("leaves the old rewards as they would have been without it, to the wei", async () => {
      const population = await loadFixture(before);
      const { legacy, owners, thursday, rewards } = population;
      const untouched = await takeSnapshot();
      await nextAt(thursday + DAY);
      for (const { signer } of owners.filter(({ kind }) => kind === "ended" || kind === "ends this week")) {
        await legacy.stakeWeight.connect(signer).withdrawAll();
      }
      const without = await oldRewards(population);
      await untouched.restore();

      await migrated(population);
      expect(await oldRewards(population)).to.deep.equal(without);
      // No lock stood yet when the first week began.
      expectShare(sum(without), 20n * rewards.perWeek, 20n * BigInt(owners.length) + rewards.perWeek / 10n ** 6n);
    });
  });
}
