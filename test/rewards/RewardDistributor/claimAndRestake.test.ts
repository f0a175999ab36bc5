import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { WCT } from "../../support/amounts";
import { equalWeights, expectShare, oneWeekOver } from "../../support/rewarded";
import { nextAt, warpTo, WEEK } from "../../support/time";

/** {@link equalWeights}, where alice is Unlocking, with reward in every week up to one after her end, which is now. */
async function ended() {
  const fixture = await equalWeights();
  const { stakeWeight, distributor, alice, funder, thursday } = fixture;
  await stakeWeight.connect(alice).initiateUnlock();
  await distributor.connect(funder).fundRange(thursday, 52n, 9n * WCT);
  await warpTo(thursday + 52n * WEEK);
  return fixture;
}

describe("RewardDistributor", () => {
  describe("claimAndRestake", () => {
    describe("given a Locked position", () => {
      it("adds the reward to it without an approval", async () => {
        const { distributor, stakeWeight, token, alice } = await loadFixture(oneWeekOver);
        await token.connect(alice).approve(stakeWeight, 0n);
        const due = await distributor.claimable(alice);
        await distributor.connect(alice).claimAndRestake();
        expect(await stakeWeight.positionOf(alice)).to.deep.equal([1_000n * WCT + due, 52n, 0n, 1n]);
      });

      it("moves the tokens from the distributor to StakeWeight", async () => {
        const { distributor, stakeWeight, token, alice } = await loadFixture(oneWeekOver);
        const due = await distributor.claimable(alice);
        await expect(distributor.connect(alice).claimAndRestake()).to.changeTokenBalances(
          token,
          [distributor, stakeWeight, alice],
          [-due, due, 0n],
        );
      });

      it("emits Claimed to StakeWeight, and AmountIncreased paid by the distributor", async () => {
        const { distributor, stakeWeight, alice, thursday } = await loadFixture(oneWeekOver);
        const due = await distributor.claimable(alice);
        const sent = distributor.connect(alice).claimAndRestake();
        await expect(sent).to.emit(distributor, "Claimed").withArgs(alice, stakeWeight, due, thursday);
        await expect(sent)
          .to.emit(stakeWeight, "AmountIncreased")
          .withArgs(alice, distributor, due, 1_000n * WCT + due);
      });

      it("returns the amount", async () => {
        const { distributor, alice } = await loadFixture(oneWeekOver);
        expect(await distributor.connect(alice).claimAndRestake.staticCall()).to.equal(
          await distributor.claimable(alice),
        );
      });

      it("counts as paid", async () => {
        const { distributor, alice } = await loadFixture(oneWeekOver);
        const due = await distributor.claimable(alice);
        await distributor.connect(alice).claimAndRestake();
        expect(await distributor.totalPaid()).to.equal(due);
        expect(await distributor.claimable(alice)).to.equal(0n);
      });

      it("adds to the caller's own position, whatever its recipient is", async () => {
        const { distributor, stakeWeight, token, alice, stranger } = await loadFixture(oneWeekOver);
        await distributor.connect(alice).setRecipient(stranger);
        const due = await distributor.claimable(alice);
        await expect(distributor.connect(alice).claimAndRestake()).to.changeTokenBalance(token, stranger, 0n);
        expect((await stakeWeight.positionOf(alice)).amount).to.equal(1_000n * WCT + due);
      });

      it("does not change the weeks that are over", async () => {
        const { distributor, alice, bob, thursday } = await loadFixture(oneWeekOver);
        const due = await distributor.claimable(bob);
        await distributor.connect(alice).claimAndRestake();
        expect(await distributor.claimable(bob)).to.equal(due);
        expect(await distributor.rewardOf(bob, thursday)).to.equal(due);
      });

      it("can be repeated week after week", async () => {
        const { distributor, stakeWeight, alice, funder, thursday } = await loadFixture(equalWeights);
        await distributor.connect(funder).fundRange(thursday, 5n, 9n * WCT);
        for (let week = 1n; week <= 5n; ++week) {
          await nextAt(thursday + week * WEEK);
          await distributor.connect(alice).claimAndRestake();
        }
        expect((await stakeWeight.positionOf(alice)).amount).to.be.above(1_015n * WCT);
      });
    });

    describe("given an Unlocking position", () => {
      it("adds the reward and does not move the end", async () => {
        const { distributor, stakeWeight, alice } = await loadFixture(oneWeekOver);
        await stakeWeight.connect(alice).initiateUnlock();
        const { unlockEnd } = await stakeWeight.positionOf(alice);
        const due = await distributor.claimable(alice);
        await distributor.connect(alice).claimAndRestake();
        expect(await stakeWeight.positionOf(alice)).to.deep.equal([1_000n * WCT + due, 52n, unlockEnd, 2n]);
      });
    });

    describe("given an Unlocked position", () => {
      it("is refused and keeps the reward", async () => {
        const { distributor, stakeWeight, token, alice } = await loadFixture(ended);
        const due = await distributor.claimable(alice);
        expect(due).to.be.above(0n);
        await expect(distributor.connect(alice).claimAndRestake())
          .to.be.revertedWithCustomError(stakeWeight, "NoActivePosition")
          .withArgs(alice, 3n);
        expect(await distributor.claimable(alice)).to.equal(due);
        await expect(distributor.claim(alice)).to.changeTokenBalance(token, alice, due);
      });
    });

    describe("given a position that was withdrawn", () => {
      it("is refused and keeps the reward", async () => {
        const { distributor, stakeWeight, alice } = await loadFixture(ended);
        await stakeWeight.connect(alice).withdraw();
        const due = await distributor.claimable(alice);
        await expect(distributor.connect(alice).claimAndRestake())
          .to.be.revertedWithCustomError(stakeWeight, "NoActivePosition")
          .withArgs(alice, 0n);
        expect(await distributor.claimable(alice)).to.equal(due);
      });

      it("adds the reward of the former position to a new one", async () => {
        const { distributor, stakeWeight, alice } = await loadFixture(ended);
        await stakeWeight.connect(alice).withdraw();
        await stakeWeight.connect(alice).stake(WCT, 4n);
        const due = await distributor.claimable(alice);
        await distributor.connect(alice).claimAndRestake();
        expect(await stakeWeight.positionOf(alice)).to.deep.equal([WCT + due, 4n, 0n, 1n]);
      });
    });

    it("is refused when nothing is due", async () => {
      const { distributor, alice, stranger } = await loadFixture(equalWeights);
      for (const caller of [alice, stranger]) {
        await expect(distributor.connect(caller).claimAndRestake())
          .to.be.revertedWithCustomError(distributor, "NothingToRestake")
          .withArgs(caller);
      }
    });

    it("is refused a second time", async () => {
      const { distributor, alice } = await loadFixture(oneWeekOver);
      await distributor.connect(alice).claimAndRestake();
      await expect(distributor.connect(alice).claimAndRestake())
        .to.be.revertedWithCustomError(distributor, "NothingToRestake")
        .withArgs(alice);
    });

    it("is refused after somebody claimed for the account, which has the reward then", async () => {
      const { distributor, token, alice, stranger } = await loadFixture(oneWeekOver);
      const due = await distributor.claimable(alice);
      await expect(distributor.connect(stranger).claim(alice)).to.changeTokenBalance(token, alice, due);
      await expect(distributor.connect(alice).claimAndRestake())
        .to.be.revertedWithCustomError(distributor, "NothingToRestake")
        .withArgs(alice);
    });

    describe("given that StakeWeight is paused", () => {
      it("is refused and keeps the reward, which a claim pays", async () => {
        const { distributor, stakeWeight, token, pauser, alice, share } = await loadFixture(oneWeekOver);
        await stakeWeight.connect(pauser).pause();
        await expect(distributor.connect(alice).claimAndRestake()).to.be.revertedWithCustomError(
          stakeWeight,
          "EnforcedPause",
        );
        const due = await distributor.claimable(alice);
        expectShare(due, share);
        await expect(distributor.claim(alice)).to.changeTokenBalance(token, alice, due);
      });
    });

    describe("given that the distributor lost its role", () => {
      it("is refused and keeps the reward, which a claim pays", async () => {
        const { distributor, stakeWeight, token, admin, alice } = await loadFixture(oneWeekOver);
        await stakeWeight.connect(admin).revokeRole(await stakeWeight.DISTRIBUTOR_ROLE(), distributor);
        await expect(distributor.connect(alice).claimAndRestake())
          .to.be.revertedWithCustomError(stakeWeight, "NotOperator")
          .withArgs(distributor, alice);
        const due = await distributor.claimable(alice);
        await expect(distributor.claim(alice)).to.changeTokenBalance(token, alice, due);
      });
    });
  });
});
