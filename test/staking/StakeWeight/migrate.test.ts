import { loadFixture, setBalance } from "@nomicfoundation/hardhat-network-helpers";
import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/signers";
import { expect } from "chai";
import { MaxUint256, ZeroAddress } from "ethers";
import { ethers } from "hardhat";
import { FeeOnTransferToken__factory, type IStakeWeight } from "../../../typechain-types";
import { MAX_AMOUNT, presets, WCT, weightOf } from "../../support/amounts";
import { deployedOver } from "../../support/deployedOver";
import { funded } from "../../support/funded";
import { hugeSupply } from "../../support/hugeSupply";
import { inOneBlock } from "../../support/inOneBlock";
import { State } from "../../support/migration";
import { equalWeights, expectShare } from "../../support/rewarded";
import { nextAt, warpTo, WEEK } from "../../support/time";

/** {@link funded}, where operator, who holds WCT and approved StakeWeight, is the migrator. */
async function migrating() {
  const fixture = await funded();
  const { stakeWeight, admin, operator: migrator } = fixture;
  await stakeWeight.connect(admin).grantRole(await stakeWeight.MIGRATOR_ROLE(), migrator);
  return { ...fixture, migrator, asMigrator: stakeWeight.connect(migrator) };
}

/** Over a token that burns 1 wei of each transfer, where alice is the migrator. */
async function overFeeOnTransferToken() {
  const [deployer, , , alice] = await ethers.getSigners();
  const token = await new FeeOnTransferToken__factory(deployer).deploy(alice!, 1_000n * WCT);
  const contracts = await deployedOver(token);
  const { stakeWeight, admin } = contracts;
  await stakeWeight.connect(admin).grantRole(await stakeWeight.MIGRATOR_ROLE(), alice!);
  await token.connect(alice).approve(stakeWeight, MaxUint256);
  return { ...contracts, asMigrator: stakeWeight.connect(alice) };
}

/** A lock of 100 WCT that is perpetual with 52 weeks, or differs from that. */
function lockOf(account: { address: string } | string, terms: Partial<IStakeWeight.LegacyLockStruct> = {}) {
  const owner = typeof account === "string" ? account : account.address;
  const presetWeeks = terms.unlockEnd === undefined ? 52n : 0n;
  return { account: owner, amount: 100n * WCT, presetWeeks, unlockEnd: 0n, ...terms };
}

describe("StakeWeight", () => {
  describe("migrate", () => {
    it("opens a Locked position for a perpetual lock", async () => {
      const { stakeWeight, asMigrator, alice } = await loadFixture(migrating);
      await asMigrator.migrate([lockOf(alice)]);
      expect(await stakeWeight.positionOf(alice)).to.deep.equal([100n * WCT, 52n, 0n, State.Locked]);
    });

    it("opens an Unlocking position, without a preset, for a lock with an end", async () => {
      const { stakeWeight, asMigrator, alice, thursday } = await loadFixture(migrating);
      const unlockEnd = thursday + 7n * WEEK;
      await asMigrator.migrate([lockOf(alice, { unlockEnd })]);
      expect(await stakeWeight.positionOf(alice)).to.deep.equal([100n * WCT, 0n, unlockEnd, State.Unlocking]);
      const at = thursday + 3n * WEEK + 5n;
      expect(await stakeWeight.weightAt(alice, at)).to.equal(weightOf(100n * WCT, unlockEnd - at));
      expect(await stakeWeight.totalWeightAt(at)).to.equal(weightOf(100n * WCT, unlockEnd - at));
      expect(await stakeWeight.totalWeightAt(unlockEnd)).to.equal(0n);
    });

    it("opens an Unlocked position for a lock that ended, even in the first week of time", async () => {
      const { stakeWeight, token, asMigrator, alice, bob, thursday } = await loadFixture(migrating);
      const unlockEnd = thursday - WEEK;
      await asMigrator.migrate([lockOf(alice, { unlockEnd }), lockOf(bob, { unlockEnd: WEEK })]);
      expect(await stakeWeight.positionOf(alice)).to.deep.equal([100n * WCT, 0n, unlockEnd, State.Unlocked]);
      expect(await stakeWeight.positionOf(bob)).to.deep.equal([100n * WCT, 0n, WEEK, State.Unlocked]);
      expect(await stakeWeight.totalWeight()).to.equal(0n);
      expect(await stakeWeight.totalStaked()).to.equal(200n * WCT);
      for (const owner of [alice, bob]) {
        await expect(stakeWeight.connect(owner).withdraw()).to.changeTokenBalance(token, owner, 100n * WCT);
      }
    });

    it("emits Migrated", async () => {
      const { stakeWeight, asMigrator, alice, bob, thursday } = await loadFixture(migrating);
      const sent = asMigrator.migrate([lockOf(alice), lockOf(bob, { unlockEnd: thursday })]);
      await expect(sent)
        .to.emit(stakeWeight, "Migrated")
        .withArgs(alice, 100n * WCT, 52n, 0n)
        .and.to.emit(stakeWeight, "Migrated")
        .withArgs(bob, 100n * WCT, 0n, thursday);
      await expect(sent).not.to.emit(stakeWeight, "Staked");
    });

    it("takes all tokens from the migrator", async () => {
      const { stakeWeight, token, asMigrator, migrator, alice, bob } = await loadFixture(migrating);
      await expect(asMigrator.migrate([lockOf(alice), lockOf(bob, { amount: 1n })])).to.changeTokenBalances(
        token,
        [migrator, stakeWeight, alice, bob],
        [-100n * WCT - 1n, 100n * WCT + 1n, 0n, 0n],
      );
    });

    it("does nothing for no locks", async () => {
      const { stakeWeight, asMigrator } = await loadFixture(migrating);
      await asMigrator.migrate([]);
      expect(await stakeWeight.totalStaked()).to.equal(0n);
    });

    it("ends up the same in any order", async () => {
      const { stakeWeight, asMigrator, alice, bob, carol, thursday } = await loadFixture(migrating);
      const locks = [
        lockOf(alice, { unlockEnd: thursday + 3n * WEEK }),
        lockOf(bob, { unlockEnd: thursday - WEEK }),
        lockOf(carol),
      ];
      const results: unknown[] = [];
      for (const order of [locks, [...locks].reverse()]) {
        await loadFixture(migrating);
        await nextAt(thursday - 10n);
        await asMigrator.migrate(order);
        results.push([
          ...(await Promise.all([alice, bob, carol].map((owner) => stakeWeight.positionOf(owner)))),
          await stakeWeight.totalStaked(),
          await stakeWeight.totalWeightAt(thursday + WEEK),
          await stakeWeight.totalTokenWeeksForPeriods(thursday, 5n),
        ]);
      }
      expect(results[0]).to.deep.equal(results[1]);
    });

    it("lets an account whose position was withdrawn have another", async () => {
      const { stakeWeight, asMigrator, alice, thursday } = await loadFixture(migrating);
      await asMigrator.migrate([lockOf(alice, { unlockEnd: thursday - WEEK })]);
      await stakeWeight.connect(alice).withdraw();
      await asMigrator.migrate([lockOf(alice)]);
      expect((await stakeWeight.positionOf(alice)).state).to.equal(State.Locked);
    });

    it("keeps the end of an Unlocking position when its owner adds", async () => {
      const { stakeWeight, asMigrator, alice, thursday } = await loadFixture(migrating);
      const unlockEnd = thursday + 104n * WEEK;
      await asMigrator.migrate([lockOf(alice, { unlockEnd })]);
      await stakeWeight.connect(alice).increaseAmount(WCT);
      expect(await stakeWeight.positionOf(alice)).to.deep.equal([101n * WCT, 0n, unlockEnd, State.Unlocking]);
    });

    it("lets the owner of an end beyond 104 weeks relock once 104 are enough", async () => {
      const { stakeWeight, asMigrator, alice, thursday } = await loadFixture(migrating);
      const unlockEnd = thursday + 104n * WEEK;
      await asMigrator.migrate([lockOf(alice, { unlockEnd })]);
      await nextAt(thursday - 1n);
      await expect(stakeWeight.connect(alice).relock(104n))
        .to.be.revertedWithCustomError(stakeWeight, "PresetTooShort")
        .withArgs(104n, 104n * WEEK + 1n);
      await nextAt(thursday);
      await stakeWeight.connect(alice).relock(104n);
      expect(await stakeWeight.positionOf(alice)).to.deep.equal([100n * WCT, 104n, 0n, State.Locked]);
    });

    describe("given an owner who delegated", () => {
      for (const [state, terms] of [
        ["Locked", () => ({})],
        ["Unlocking", (thursday: bigint) => ({ unlockEnd: thursday + 9n * WEEK })],
      ] as const) {
        it(`gives the votes to the delegate, ${state}`, async () => {
          const { stakeWeight, asMigrator, alice, bob, thursday } = await loadFixture(migrating);
          await stakeWeight.connect(alice).delegate(bob);
          const sent = await asMigrator.migrate([lockOf(alice, terms(thursday))]);
          const weight = await stakeWeight.weightOf(alice);
          expect(weight).to.be.above(0n);
          await expect(sent).to.emit(stakeWeight, "DelegateVotesChanged").withArgs(bob, 0n, weight);
          expect(await stakeWeight.getVotes(alice)).to.equal(0n);
          expect(await stakeWeight.getVotes(bob)).to.equal(weight);
          expect(await stakeWeight.delegates(alice)).to.equal(bob.address);
        });
      }

      it("gives no votes of an Unlocked one, and lets the owner withdraw and delegate on", async () => {
        const { stakeWeight, token, asMigrator, alice, bob, carol, thursday } = await loadFixture(migrating);
        await stakeWeight.connect(alice).delegate(bob);
        const sent = asMigrator.migrate([lockOf(alice, { unlockEnd: thursday - WEEK })]);
        await expect(sent).not.to.emit(stakeWeight, "DelegateVotesChanged");
        await stakeWeight.connect(alice).delegate(carol);
        await expect(stakeWeight.connect(alice).withdraw()).to.changeTokenBalance(token, alice, 100n * WCT);
        await asMigrator.migrate([lockOf(alice)]);
        expect(await stakeWeight.getVotes(bob)).to.equal(0n);
        expect(await stakeWeight.getVotes(carol)).to.equal(weightOf(100n * WCT, 52n * WEEK));
      });
    });

    describe("when it is another who calls", () => {
      for (const role of ["stranger", "deployer", "admin", "pauser", "alice"] as const) {
        it(`refuses ${role}`, async () => {
          const fixture = await loadFixture(migrating);
          const { stakeWeight, token, deployer } = fixture;
          const caller: HardhatEthersSigner = fixture[role];
          await token.connect(deployer).transfer(caller, 100n * WCT);
          await token.connect(caller).approve(stakeWeight, 100n * WCT);
          await expect(stakeWeight.connect(caller).migrate([lockOf(caller)]))
            .to.be.revertedWithCustomError(stakeWeight, "AccessControlUnauthorizedAccount")
            .withArgs(caller, await stakeWeight.MIGRATOR_ROLE());
        });
      }

      it("refuses an operator of the account, and the distributor", async () => {
        const { stakeWeight, distributor, alice, bob } = await loadFixture(migrating);
        await stakeWeight.connect(alice).setOperator(bob, true);
        const asDistributor = await ethers.getImpersonatedSigner(await distributor.getAddress());
        await setBalance(asDistributor.address, WCT);
        for (const caller of [bob, asDistributor]) {
          await expect(stakeWeight.connect(caller).migrate([lockOf(alice)]))
            .to.be.revertedWithCustomError(stakeWeight, "AccessControlUnauthorizedAccount")
            .withArgs(caller, await stakeWeight.MIGRATOR_ROLE());
        }
      });

      it("refuses who was the migrator", async () => {
        const { stakeWeight, asMigrator, migrator, admin, alice } = await loadFixture(migrating);
        const role = await stakeWeight.MIGRATOR_ROLE();
        await stakeWeight.connect(admin).revokeRole(role, migrator);
        await expect(asMigrator.migrate([lockOf(alice)]))
          .to.be.revertedWithCustomError(stakeWeight, "AccessControlUnauthorizedAccount")
          .withArgs(migrator, role);
      });
    });

    describe("when a value is wrong", () => {
      it("refuses the zero address", async () => {
        const { stakeWeight, asMigrator } = await loadFixture(migrating);
        await expect(asMigrator.migrate([lockOf(ZeroAddress)]))
          .to.be.revertedWithCustomError(stakeWeight, "ZeroAddress")
          .withArgs();
      });

      it("refuses an amount of 0", async () => {
        const { stakeWeight, asMigrator, alice } = await loadFixture(migrating);
        await expect(asMigrator.migrate([lockOf(alice, { amount: 0n })]))
          .to.be.revertedWithCustomError(stakeWeight, "ZeroAmount")
          .withArgs();
      });

      it("refuses an account with a position, of any state", async () => {
        const { stakeWeight, asMigrator, alice, thursday } = await loadFixture(migrating);
        await stakeWeight.connect(alice).stake(7n, 4n);
        const expectRefused = () =>
          expect(asMigrator.migrate([lockOf(alice)]))
            .to.be.revertedWithCustomError(stakeWeight, "PositionExists")
            .withArgs(alice, 7n);
        await expectRefused();
        await stakeWeight.connect(alice).initiateUnlock();
        await expectRefused();
        await nextAt(thursday + 3n * WEEK);
        await expectRefused();
      });

      it("refuses an account twice", async () => {
        const { stakeWeight, asMigrator, alice, bob } = await loadFixture(migrating);
        await expect(asMigrator.migrate([lockOf(alice), lockOf(bob), lockOf(alice)]))
          .to.be.revertedWithCustomError(stakeWeight, "PositionExists")
          .withArgs(alice, 100n * WCT);
      });

      it("refuses a perpetual lock with weeks that are no preset", async () => {
        const { stakeWeight, asMigrator, alice } = await loadFixture(migrating);
        for (const presetWeeks of [0n, 1n, 51n, 105n, 256n + 52n, MaxUint256]) {
          await expect(asMigrator.migrate([lockOf(alice, { presetWeeks })]))
            .to.be.revertedWithCustomError(stakeWeight, "InvalidPreset")
            .withArgs(presetWeeks);
        }
      });

      it("refuses a preset beside an end", async () => {
        const { stakeWeight, asMigrator, alice, thursday } = await loadFixture(migrating);
        for (const presetWeeks of [...presets, 1n]) {
          await expect(asMigrator.migrate([lockOf(alice, { presetWeeks, unlockEnd: thursday })]))
            .to.be.revertedWithCustomError(stakeWeight, "InvalidPreset")
            .withArgs(presetWeeks);
        }
      });

      it("refuses an end that is no week start", async () => {
        const { stakeWeight, asMigrator, alice, thursday } = await loadFixture(migrating);
        for (const unlockEnd of [thursday - 1n, thursday + 1n, 1n, MaxUint256]) {
          await expect(asMigrator.migrate([lockOf(alice, { unlockEnd })]))
            .to.be.revertedWithCustomError(stakeWeight, "NotWeekStart")
            .withArgs(unlockEnd);
        }
      });

      it("refuses an end of 106 weeks ahead, and takes one of 105", async () => {
        const { stakeWeight, asMigrator, alice, thursday } = await loadFixture(migrating);
        const latest = thursday + 104n * WEEK;
        for (const unlockEnd of [latest + WEEK, MaxUint256 - (MaxUint256 % WEEK)]) {
          await expect(asMigrator.migrate([lockOf(alice, { unlockEnd })]))
            .to.be.revertedWithCustomError(stakeWeight, "UnlockEndTooLate")
            .withArgs(unlockEnd, latest);
        }
        await nextAt(thursday - 1n);
        await asMigrator.migrate([lockOf(alice, { unlockEnd: latest })]);
        expect((await stakeWeight.positionOf(alice)).unlockEnd).to.equal(latest);
      });

      it("refuses more than fits, also over all locks together", async () => {
        const { stakeWeight, token, admin, alice, bob } = await loadFixture(hugeSupply);
        await stakeWeight.connect(admin).grantRole(await stakeWeight.MIGRATOR_ROLE(), alice);
        const asMigrator = stakeWeight.connect(alice);
        await expect(asMigrator.migrate([lockOf(bob, { amount: MaxUint256 })]))
          .to.be.revertedWithCustomError(stakeWeight, "StakeLimitExceeded")
          .withArgs(MaxUint256, MAX_AMOUNT);
        await expect(asMigrator.migrate([lockOf(bob, { amount: MAX_AMOUNT }), lockOf(alice, { amount: 1n })]))
          .to.be.revertedWithCustomError(stakeWeight, "StakeLimitExceeded")
          .withArgs(1n, 0n);
        await asMigrator.migrate([lockOf(bob, { amount: MAX_AMOUNT })]);
        expect(await token.balanceOf(stakeWeight)).to.equal(MAX_AMOUNT);
      });

      it("refuses when less arrives than it should", async () => {
        const { stakeWeight, asMigrator, alice, bob } = await loadFixture(overFeeOnTransferToken);
        await expect(asMigrator.migrate([lockOf(alice), lockOf(bob)]))
          .to.be.revertedWithCustomError(stakeWeight, "TransferNotWhole")
          .withArgs(200n * WCT, 200n * WCT - 1n);
      });

      it("refuses when the migrator approved less", async () => {
        const { stakeWeight, token, asMigrator, migrator, alice, bob } = await loadFixture(migrating);
        await token.connect(migrator).approve(stakeWeight, 200n * WCT - 1n);
        await expect(asMigrator.migrate([lockOf(alice), lockOf(bob)]))
          .to.be.revertedWithCustomError(token, "ERC20InsufficientAllowance")
          .withArgs(stakeWeight, 200n * WCT - 1n, 200n * WCT);
      });

      it("refuses while paused", async () => {
        const { stakeWeight, asMigrator, pauser, alice } = await loadFixture(migrating);
        await stakeWeight.connect(pauser).pause();
        await expect(asMigrator.migrate([lockOf(alice)]))
          .to.be.revertedWithCustomError(stakeWeight, "EnforcedPause")
          .withArgs();
      });
    });

    describe("with rewards", () => {
      /** {@link equalWeights} with 900 WCT per week, and the migrator. */
      async function rewarding() {
        const fixture = await equalWeights();
        const { stakeWeight, distributor, admin, operator: migrator, funder, thursday } = fixture;
        await stakeWeight.connect(admin).grantRole(await stakeWeight.MIGRATOR_ROLE(), migrator);
        await distributor.connect(funder).fundRange(thursday, 3n, 900n * WCT);
        return { ...fixture, asMigrator: stakeWeight.connect(migrator) };
      }

      it("counts for the next Thursday", async () => {
        const { distributor, asMigrator, alice, stranger, thursday } = await loadFixture(rewarding);
        await nextAt(thursday - 1n);
        await asMigrator.migrate([lockOf(stranger, { amount: 1_000n * WCT })]);
        await warpTo(thursday + WEEK);
        for (const owner of [alice, stranger]) expectShare(await distributor.claimable(owner), 225n * WCT);
      });

      it("does not count for the Thursday of its own second", async () => {
        const { distributor, asMigrator, alice, stranger, thursday } = await loadFixture(rewarding);
        await nextAt(thursday);
        await asMigrator.migrate([lockOf(stranger, { amount: 1_000n * WCT })]);
        await warpTo(thursday + WEEK);
        expectShare(await distributor.claimable(alice), 300n * WCT);
        expect(await distributor.claimable(stranger)).to.equal(0n);
        await warpTo(thursday + 2n * WEEK);
        expectShare(await distributor.claimable(stranger), 225n * WCT);
      });

      it("shares a week by what remains of an end", async () => {
        const { distributor, asMigrator, stranger, thursday } = await loadFixture(rewarding);
        await asMigrator.migrate([lockOf(stranger, { amount: 26_000n * WCT, unlockEnd: thursday + 2n * WEEK })]);
        await warpTo(thursday + 3n * WEEK);
        // Three positions of 52,000 token weeks stand beside 52,000, then 26,000, then none.
        expectShare(await distributor.claimable(stranger), 225n * WCT + (900n * WCT) / 7n, 3n);
      });

      it("earns nothing from an end that is over", async () => {
        const { distributor, asMigrator, alice, stranger, thursday } = await loadFixture(rewarding);
        await asMigrator.migrate([lockOf(stranger, { unlockEnd: thursday - WEEK })]);
        await warpTo(thursday + 3n * WEEK);
        expect(await distributor.claimable(stranger)).to.equal(0n);
        await distributor.claim(stranger);
        expectShare(await distributor.claimable(alice), 900n * WCT, 3n);
      });

      it("leaves one state of a second in which the owner acts as well", async () => {
        const { stakeWeight, asMigrator, bob, stranger, thursday } = await loadFixture(rewarding);
        const end = thursday + 9n * WEEK;
        const second = thursday - 5n;
        await inOneBlock(
          second,
          (overrides) => asMigrator.migrate([lockOf(stranger, { unlockEnd: end })], overrides),
          (overrides) => stakeWeight.connect(stranger).relock(12n, overrides),
          (overrides) => stakeWeight.connect(bob).initiateUnlock(overrides),
        );
        expect(await stakeWeight.weightAt(stranger, second)).to.equal(weightOf(100n * WCT, 12n * WEEK));
        expect(await stakeWeight.weightAt(stranger, second - 1n)).to.equal(0n);
      });
    });
  });
});
