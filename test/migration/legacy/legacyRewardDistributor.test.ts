import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/signers";
import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { WCT } from "../../support/amounts";
import { LEGACY_MAX_LOCK_CAP } from "../../support/legacy";
import { type LegacyFixture, legacyGenerations, laterGeneration } from "../../support/legacyFunded";
import { expectShare } from "../../support/rewarded";
import { DAY, HOUR, nextAt, warpTo, WEEK } from "../../support/time";

type Contracts = Pick<LegacyFixture, "token" | "distributor">;

/** Claims for `account`, checks that it is paid what the call returns, and returns that. */
async function claimed({ token, distributor }: Contracts, account: HardhatEthersSigner): Promise<bigint> {
  const amount = await distributor.claim.staticCall(account);
  await expect(distributor.claim(account)).to.changeTokenBalances(token, [distributor, account], [-amount, amount]);
  return amount;
}

async function injectWeeks(legacy: LegacyFixture, weeks: bigint, amount: bigint): Promise<void> {
  const { distributor, funder, thursday } = legacy;
  for (let week = 0n; week < weeks; ++week) {
    await distributor.connect(funder).injectReward(thursday + week * WEEK, amount);
  }
}

for (const { name, fixture } of legacyGenerations) {
  /** alice, bob and carol have locks with one end, amounts as 1 to 2 to 5, the last with tokens that stay elsewhere. */
  const locked = async () => {
    const legacy = await fixture();
    const { stakeWeight, alice, bob, carol, thursday } = legacy;
    const end = thursday + 60n * WEEK;
    await stakeWeight.connect(alice).createLock(1_000n * WCT, end);
    await stakeWeight.connect(bob).createLock(2_000n * WCT, end);
    await stakeWeight.createLockUntransferred(carol, 5_000n * WCT, end);
    return { ...legacy, end };
  };

  describe(`LegacyRewardDistributor, ${name} generation`, () => {
    describe("injectReward", () => {
      it("takes the tokens for the week", async () => {
        const { token, distributor, funder, thursday } = await loadFixture(fixture);
        const sent = distributor.connect(funder).injectReward(thursday, 5n * WCT);
        await expect(sent).to.changeTokenBalances(token, [funder, distributor], [-5n * WCT, 5n * WCT]);
        await expect(sent)
          .to.emit(distributor, "RewardInjected")
          .withArgs(thursday, 5n * WCT);
        await distributor.connect(funder).injectReward(thursday, 2n * WCT);
        expect(await distributor.tokensPerWeek(thursday)).to.equal(7n * WCT);
      });

      it("refuses a time that is not the start of a week", async () => {
        const { distributor, funder, thursday } = await loadFixture(fixture);
        await expect(distributor.connect(funder).injectReward(thursday + 1n, WCT))
          .to.be.revertedWithCustomError(distributor, "NotWeekStart")
          .withArgs(thursday + 1n);
      });
    });

    describe("checkpointTotalSupply", () => {
      it("keeps the total at the start of each week", async () => {
        const { stakeWeight, distributor, thursday } = await loadFixture(locked);
        await nextAt(thursday + 30n * WEEK + DAY);
        await distributor.checkpointTotalSupply();
        for (let week = 0n; week <= 30n; ++week) {
          const weekStart = thursday + week * WEEK;
          const total = await distributor.weeklySupplyAt(weekStart);
          expect(total).to.be.above(0n);
          expect(total).to.equal(await stakeWeight.totalSupplyAt(weekStart));
        }
        expect(await distributor.weekCursor()).to.equal(thursday + 31n * WEEK);
      });

      it("leaves out the week that begins this second", async () => {
        const { distributor, thursday } = await loadFixture(locked);
        await nextAt(thursday);
        await distributor.checkpointTotalSupply();
        expect(await distributor.weekCursor()).to.equal(thursday);
      });

      it("walks 52 weeks at most", async () => {
        const { distributor, thursday } = await loadFixture(locked);
        await warpTo(thursday + 55n * WEEK + DAY);
        await distributor.checkpointTotalSupply();
        expect(await distributor.weekCursor()).to.equal(thursday + 51n * WEEK);
        await distributor.checkpointTotalSupply();
        expect(await distributor.weekCursor()).to.equal(thursday + 56n * WEEK);
      });
    });

    describe("claim", () => {
      it("shares a week in proportion to the weights", async () => {
        const legacy = await loadFixture(locked);
        await injectWeeks(legacy, 1n, 800n * WCT);
        await warpTo(legacy.thursday + WEEK);
        // Slopes are rounded down, which shifts the shares by less than 1e-12 of the reward.
        const dust = 10n ** 9n;
        expect(await claimed(legacy, legacy.alice)).to.be.closeTo(100n * WCT, dust);
        expect(await claimed(legacy, legacy.bob)).to.be.closeTo(200n * WCT, dust);
        expect(await claimed(legacy, legacy.carol)).to.be.closeTo(500n * WCT, dust);
      });

      it("pays out nearly all and never more", async () => {
        const legacy = await loadFixture(locked);
        const { token, distributor, alice, bob, carol, thursday } = legacy;
        await injectWeeks(legacy, 10n, 77n * WCT + 5n);
        await warpTo(thursday + 12n * WEEK);
        let paid = 0n;
        for (const account of [alice, bob, carol]) paid += await claimed(legacy, account);
        expectShare(paid, 10n * (77n * WCT + 5n), 30n);
        expect(await token.balanceOf(distributor)).to.equal(10n * (77n * WCT + 5n) - paid);
      });

      it("pays the same weekly as at once", async () => {
        const legacy = await loadFixture(locked);
        const { stakeWeight, alice, stranger, thursday, end } = legacy;
        await stakeWeight.createLockUntransferred(stranger, 1_000n * WCT, end);
        await injectWeeks(legacy, 8n, 9n * WCT);
        let paid = 0n;
        for (let week = 1n; week <= 8n; ++week) {
          await warpTo(thursday + week * WEEK + DAY);
          paid += await claimed(legacy, alice);
        }
        expect(paid).to.be.above(0n);
        expect(await claimed(legacy, stranger)).to.equal(paid);
      });

      it("pays nothing for the running week, and nothing twice", async () => {
        const legacy = await loadFixture(locked);
        const { distributor, alice, thursday } = legacy;
        await injectWeeks(legacy, 2n, 800n * WCT);
        await warpTo(thursday + WEEK - HOUR);
        expect(await claimed(legacy, alice)).to.equal(0n);
        await warpTo(thursday + WEEK + DAY);
        expect(await claimed(legacy, alice)).to.be.closeTo(100n * WCT, 10n ** 9n);
        expect(await distributor.weekCursorOf(alice)).to.equal(thursday + WEEK);
        expect(await claimed(legacy, alice)).to.equal(0n);
      });

      it("pays by the weight at the start of each week", async () => {
        const legacy = await loadFixture(locked);
        const { stakeWeight, distributor, alice, bob, carol, thursday, end } = legacy;
        await injectWeeks(legacy, 4n, 10n * WCT);
        await nextAt(thursday + WEEK);
        await stakeWeight.connect(bob).increaseLockAmount(3_000n * WCT);
        await nextAt(thursday + 2n * WEEK + DAY);
        await stakeWeight.connect(alice).increaseUnlockTime(end + 30n * WEEK);
        await warpTo(thursday + 4n * WEEK);
        for (const account of [alice, bob, carol]) {
          let exact = 0n;
          for (let week = 0n; week < 4n; ++week) {
            const time = thursday + week * WEEK;
            const weight = await stakeWeight.balanceOfAt(account, time);
            exact += (10n * WCT * weight) / (await stakeWeight.totalSupplyAt(time));
          }
          expect(await claimed(legacy, account)).to.equal(exact);
        }
        const ofAlice = await stakeWeight.balanceOfAt(alice, thursday + 3n * WEEK);
        expect(ofAlice).to.equal(((1_000n * WCT) / LEGACY_MAX_LOCK_CAP) * (end + 27n * WEEK - thursday));
        expect(await distributor.weeklySupplyAt(thursday + 3n * WEEK)).to.be.above(ofAlice);
      });

      it("pays a lock that came later only from its first Thursday on", async () => {
        const legacy = await loadFixture(locked);
        const { stakeWeight, stranger, thursday, end } = legacy;
        await injectWeeks(legacy, 3n, 900n * WCT);
        await nextAt(thursday + WEEK + 1n);
        await stakeWeight.createLockUntransferred(stranger, 1_000n * WCT, end);
        await warpTo(thursday + 2n * WEEK);
        expect(await claimed(legacy, stranger)).to.equal(0n);
        await warpTo(thursday + 3n * WEEK);
        expect(await claimed(legacy, stranger)).to.be.closeTo(100n * WCT, 10n ** 9n);
      });

      it("pays after the end and the withdrawal", async () => {
        const legacy = await loadFixture(locked);
        const { stakeWeight, alice, end } = legacy;
        await injectWeeks(legacy, 3n, 800n * WCT);
        await nextAt(end);
        await stakeWeight.connect(alice).withdrawAll();
        expect(await claimed(legacy, alice)).to.be.closeTo(300n * WCT, 10n ** 9n);
      });

      it("walks 52 weeks at most", async () => {
        const legacy = await loadFixture(locked);
        const { distributor, funder, alice, thursday } = legacy;
        await distributor.connect(funder).injectReward(thursday + 54n * WEEK, 800n * WCT);
        await warpTo(thursday + 56n * WEEK);
        expect(await claimed(legacy, alice)).to.equal(0n);
        expect(await claimed(legacy, alice)).to.be.closeTo(100n * WCT, 10n ** 9n);
      });

      it("pays the account whoever calls, and nothing to who never had a lock", async () => {
        const legacy = await loadFixture(locked);
        const { token, distributor, alice, stranger, thursday } = legacy;
        await injectWeeks(legacy, 1n, 800n * WCT);
        await warpTo(thursday + WEEK);
        expect(await claimed(legacy, stranger)).to.equal(0n);
        const due = await distributor.claim.staticCall(alice);
        const sent = distributor.connect(stranger).claim(alice);
        await expect(sent).to.changeTokenBalances(token, [alice, stranger], [due, 0n]);
        await expect(sent)
          .to.emit(distributor, "Claimed")
          .withArgs(alice, due, thursday + WEEK);
      });
    });
  });
}

/** alice has a perpetual lock, bob a decaying one. */
async function alicePermanent() {
  const legacy = await laterGeneration();
  const { stakeWeight, alice, bob, thursday } = legacy;
  await stakeWeight.connect(alice).createPermanentLock(1_000n * WCT, 52n);
  await stakeWeight.connect(bob).createLock(1_000n * WCT, thursday + 20n * WEEK);
  return legacy;
}

describe("LegacyRewardDistributor, given perpetual locks", () => {
  it("counts them beside the decaying ones", async () => {
    const legacy = await loadFixture(alicePermanent);
    const { alice, bob, thursday } = legacy;
    await injectWeeks(legacy, 21n, 100n * WCT);
    await warpTo(thursday + 21n * WEEK);
    let exact = 0n;
    for (let week = 0n; week < 21n; ++week) {
      const remaining = 20n - week;
      exact += (100n * WCT * 52n) / (52n + remaining);
    }
    const ofAlice = await claimed(legacy, alice);
    expect(ofAlice).to.be.closeTo(exact, 10n ** 10n);
    expectShare(ofAlice + (await claimed(legacy, bob)), 21n * 100n * WCT, 42n);
  });

  it("follows conversions and unlocks from the next Thursday on", async () => {
    const legacy = await loadFixture(alicePermanent);
    const { alice, bob, thursday, stakeWeight, distributor } = legacy;
    await injectWeeks(legacy, 12n, 100n * WCT);
    await nextAt(thursday + 2n * WEEK + DAY);
    await stakeWeight.connect(bob).convertToPermanent(52n);
    await nextAt(thursday + 5n * WEEK + DAY);
    await stakeWeight.connect(alice).triggerUnlock();
    await warpTo(thursday + 12n * WEEK);
    const paid = (await claimed(legacy, alice)) + (await claimed(legacy, bob));
    expectShare(paid, 1_200n * WCT, 24n);
    const weight = (1_000n * WCT * 52n * WEEK) / LEGACY_MAX_LOCK_CAP;
    for (const week of [3n, 5n]) {
      expect(await distributor.weeklySupplyAt(thursday + week * WEEK)).to.equal(2n * weight);
    }
    const slope = (1_000n * WCT) / LEGACY_MAX_LOCK_CAP;
    expect(await distributor.weeklySupplyAt(thursday + 2n * WEEK)).to.equal(weight + slope * 18n * WEEK);
    expect(await distributor.weeklySupplyAt(thursday + 6n * WEEK)).to.equal(weight + slope * 51n * WEEK);
  });
});
