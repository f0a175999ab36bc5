import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { WCT } from "../../support/amounts";
import { stakeFor } from "../../support/nodes";
import {
  CONFINEMENT_SLASH,
  EQUIVOCATION_SLASH,
  nodeOutcome,
  Offence,
  outcomeOf,
  PAY_TERMS,
  SLASHABLE,
  slashable,
  slashPending,
  SlashState,
} from "../../support/settling";
import { DAY, nextAt, now, warpTo, WEEK, weekStartOf } from "../../support/time";

const { Confinement, Equivocation } = Offence;

/** {@link slashable}, where the votes of the node are a stranger's. */
async function delegated() {
  const fixture = await slashable();
  await fixture.stakeWeight.connect(fixture.node).delegate(fixture.stranger);
  return fixture;
}

/** {@link slashable}, where the node began to leave. */
async function unlocking() {
  const fixture = await slashable();
  await fixture.stakeWeight.connect(fixture.node).initiateUnlock();
  return fixture;
}

/** {@link slashable}, where the node's position can be withdrawn and was not. */
async function unlocked() {
  const fixture = await unlocking();
  const { unlockEnd } = await fixture.stakeWeight.positionOf(fixture.node);
  await warpTo(unlockEnd);
  return fixture;
}

/** {@link slashPending}, a second before it is due. */
async function almostDue() {
  const fixture = await slashPending();
  await warpTo(fixture.dueAt - 1n);
  return fixture;
}

/** {@link slashPending}, when it is due. */
async function due() {
  const fixture = await slashPending();
  await warpTo(fixture.dueAt);
  return fixture;
}

describe("NodeRewards", () => {
  describe("proposeSlash", () => {
    it("holds a part of the position back, rounded down to gwei", async () => {
      const { nodeRewards, asOracle, stakeWeight, node, epoch } = await loadFixture(slashable);
      await asOracle.proposeSlash(node, epoch, Confinement, 10n);
      expect(await stakeWeight.heldOf(node)).to.equal(CONFINEMENT_SLASH);
      const { amount, state } = await nodeRewards.slashOf(node, epoch, Confinement);
      expect(amount).to.equal(CONFINEMENT_SLASH);
      expect(state).to.equal(SlashState.Pending);
    });

    it("can be due 24 hours later", async () => {
      const { nodeRewards, asOracle, node, epoch } = await loadFixture(slashable);
      const at = (await now()) + 100n;
      await nextAt(at);
      await expect(asOracle.proposeSlash(node, epoch, Equivocation, 100n))
        .to.emit(nodeRewards, "SlashProposed")
        .withArgs(node, epoch, Equivocation, EQUIVOCATION_SLASH, at + DAY);
      expect((await nodeRewards.slashOf(node, epoch, Equivocation)).dueAt).to.equal(at + DAY);
    });

    it("changes no weight and moves no tokens", async () => {
      const { asOracle, stakeWeight, token, node, epoch } = await loadFixture(slashable);
      const weight = await stakeWeight.weightOf(node);
      await expect(asOracle.proposeSlash(node, epoch, Confinement, 10n)).to.changeTokenBalance(token, stakeWeight, 0n);
      expect(await stakeWeight.weightOf(node)).to.equal(weight);
    });

    it("happens once per operator, epoch and offence", async () => {
      const { nodeRewards, asOracle, stakeWeight, node, epoch } = await loadFixture(slashable);
      await asOracle.proposeSlash(node, epoch, Confinement, 10n);
      const { dueAt } = await nodeRewards.slashOf(node, epoch, Confinement);
      await expect(asOracle.proposeSlash(node, epoch, Confinement, 100n)).not.to.emit(nodeRewards, "SlashProposed");
      expect(await stakeWeight.heldOf(node)).to.equal(CONFINEMENT_SLASH);
      expect((await nodeRewards.slashOf(node, epoch, Confinement)).dueAt).to.equal(dueAt);
    });

    it("does not happen again after an execution", async () => {
      const { nodeRewards, asOracle, node, epoch } = await loadFixture(due);
      await nodeRewards.executeSlash(node, epoch, Confinement);
      await expect(asOracle.proposeSlash(node, epoch, Confinement, 10n)).not.to.emit(nodeRewards, "SlashProposed");
      expect((await nodeRewards.slashOf(node, epoch, Confinement)).state).to.equal(SlashState.Executed);
    });

    it("does not happen again after a veto", async () => {
      const { nodeRewards, asOracle, guardian, stakeWeight, node, epoch } = await loadFixture(slashPending);
      await nodeRewards.connect(guardian).vetoSlash(node, epoch, Confinement);
      await expect(asOracle.proposeSlash(node, epoch, Confinement, 10n)).not.to.emit(nodeRewards, "SlashProposed");
      expect(await stakeWeight.heldOf(node)).to.equal(0n);
    });

    it("holds back for another epoch and another offence as well", async () => {
      const { nodeRewards, asOracle, stakeWeight, node, epoch } = await loadFixture(slashPending);
      await asOracle.proposeSlash(node, epoch + 1n, Confinement, 10n);
      await asOracle.proposeSlash(node, epoch, Equivocation, 100n);
      expect(await stakeWeight.heldOf(node)).to.equal(2n * CONFINEMENT_SLASH + EQUIVOCATION_SLASH);
      expect((await nodeRewards.slashOf(node, epoch, Equivocation)).amount).to.equal(EQUIVOCATION_SLASH);
    });

    it("proposes nothing at 0 basis points", async () => {
      const { nodeRewards, asOracle, stakeWeight, node, epoch } = await loadFixture(slashable);
      await expect(asOracle.proposeSlash(node, epoch, Confinement, 0n)).not.to.emit(nodeRewards, "SlashProposed");
      expect(await stakeWeight.heldOf(node)).to.equal(0n);
      expect(await nodeRewards.slashOf(node, epoch, Confinement)).to.deep.equal([0n, 0n, SlashState.None]);
    });

    it("proposes nothing where there is no position", async () => {
      const { nodeRewards, asOracle, stranger, epoch } = await loadFixture(slashable);
      await expect(asOracle.proposeSlash(stranger, epoch, Confinement, 10n)).not.to.emit(nodeRewards, "SlashProposed");
      expect((await nodeRewards.slashOf(stranger, epoch, Confinement)).state).to.equal(SlashState.None);
    });

    it("is refused for more than 1 %", async () => {
      const { asOracle, stakeWeight, node, epoch } = await loadFixture(slashable);
      await expect(asOracle.proposeSlash(node, epoch, Confinement, 101n))
        .to.be.revertedWithCustomError(stakeWeight, "SlashTooLarge")
        .withArgs(101n, 100n);
    });

    it("is for the oracle", async () => {
      const { nodeRewards, guardian, node, epoch } = await loadFixture(slashable);
      await expect(nodeRewards.connect(guardian).proposeSlash(node, epoch, Confinement, 10n))
        .to.be.revertedWithCustomError(nodeRewards, "AccessControlUnauthorizedAccount")
        .withArgs(guardian, await nodeRewards.ORACLE_ROLE());
    });

    it("is what a settlement does for each confined node, and no other", async () => {
      const { nodeRewards, asOracle, stakeWeight, operators, node, epoch, ...contracts } = await loadFixture(slashable);
      await stakeFor({ ...contracts, nodeRewards, stakeWeight, operators }, operators[2]!, { amount: 100_000n * WCT });
      const nodes = operators
        .slice(0, 3)
        .map((operator, index) => nodeOutcome(operator, { isConfined: index === 2, isPaid: index !== 2 }));
      const at = (await now()) + 10n;
      await nextAt(at);
      await expect(asOracle.settle(epoch, outcomeOf(nodes), PAY_TERMS))
        .to.emit(nodeRewards, "SlashProposed")
        .withArgs(operators[2]!, epoch, Confinement, 100n * WCT, at + DAY);
      expect(await stakeWeight.heldOf(node)).to.equal(0n);
      expect(await stakeWeight.heldOf(operators[2]!)).to.equal(100n * WCT);
    });
  });

  describe("vetoSlash", () => {
    it("gives back what was held", async () => {
      const { nodeRewards, guardian, stakeWeight, node, epoch } = await loadFixture(slashPending);
      await nodeRewards.connect(guardian).vetoSlash(node, epoch, Confinement);
      expect(await stakeWeight.heldOf(node)).to.equal(0n);
      expect((await stakeWeight.positionOf(node)).amount).to.equal(SLASHABLE);
      expect((await nodeRewards.slashOf(node, epoch, Confinement)).state).to.equal(SlashState.Vetoed);
    });

    it("emits SlashVetoed", async () => {
      const { nodeRewards, guardian, node, epoch, amount } = await loadFixture(slashPending);
      await expect(nodeRewards.connect(guardian).vetoSlash(node, epoch, Confinement))
        .to.emit(nodeRewards, "SlashVetoed")
        .withArgs(node, epoch, Confinement, amount, guardian);
    });

    it("is possible 24 hours − 1 second after the proposal", async () => {
      const { nodeRewards, guardian, node, epoch, dueAt } = await loadFixture(slashPending);
      await nextAt(dueAt - 1n);
      await expect(nodeRewards.connect(guardian).vetoSlash(node, epoch, Confinement)).not.to.be.reverted;
    });

    it("is refused 24 hours after the proposal", async () => {
      const { nodeRewards, guardian, node, epoch, dueAt } = await loadFixture(slashPending);
      await nextAt(dueAt);
      await expect(nodeRewards.connect(guardian).vetoSlash(node, epoch, Confinement))
        .to.be.revertedWithCustomError(nodeRewards, "VetoTooLate")
        .withArgs(node, epoch, Confinement, dueAt);
    });

    it("is for the guardian", async () => {
      const { nodeRewards, admin, node, epoch } = await loadFixture(slashPending);
      await expect(nodeRewards.connect(admin).vetoSlash(node, epoch, Confinement))
        .to.be.revertedWithCustomError(nodeRewards, "AccessControlUnauthorizedAccount")
        .withArgs(admin, await nodeRewards.GUARDIAN_ROLE());
    });

    it("is refused twice", async () => {
      const { nodeRewards, guardian, node, epoch } = await loadFixture(slashPending);
      await nodeRewards.connect(guardian).vetoSlash(node, epoch, Confinement);
      await expect(nodeRewards.connect(guardian).vetoSlash(node, epoch, Confinement))
        .to.be.revertedWithCustomError(nodeRewards, "SlashNotPending")
        .withArgs(node, epoch, Confinement, SlashState.Vetoed);
    });

    it("is refused after the execution", async () => {
      const { nodeRewards, guardian, node, epoch } = await loadFixture(due);
      await nodeRewards.executeSlash(node, epoch, Confinement);
      await expect(nodeRewards.connect(guardian).vetoSlash(node, epoch, Confinement))
        .to.be.revertedWithCustomError(nodeRewards, "SlashNotPending")
        .withArgs(node, epoch, Confinement, SlashState.Executed);
    });

    it("is refused for a slash that nobody proposed", async () => {
      const { nodeRewards, guardian, node, epoch } = await loadFixture(slashPending);
      await expect(nodeRewards.connect(guardian).vetoSlash(node, epoch, Equivocation))
        .to.be.revertedWithCustomError(nodeRewards, "SlashNotPending")
        .withArgs(node, epoch, Equivocation, SlashState.None);
    });

    it("works while everything is paused", async () => {
      const { nodeRewards, stakeWeight, pauser, guardian, node, epoch } = await loadFixture(slashPending);
      await nodeRewards.connect(pauser).pause();
      await stakeWeight.connect(pauser).pause();
      await nodeRewards.connect(guardian).vetoSlash(node, epoch, Confinement);
      expect(await stakeWeight.heldOf(node)).to.equal(0n);
    });

    it("gives back only its own of several", async () => {
      const { nodeRewards, asOracle, guardian, stakeWeight, node, epoch } = await loadFixture(slashPending);
      await asOracle.proposeSlash(node, epoch, Equivocation, 100n);
      await nodeRewards.connect(guardian).vetoSlash(node, epoch, Confinement);
      expect(await stakeWeight.heldOf(node)).to.equal(EQUIVOCATION_SLASH);
      expect((await nodeRewards.slashOf(node, epoch, Equivocation)).state).to.equal(SlashState.Pending);
    });
  });

  describe("executeSlash", () => {
    it("is refused 24 hours − 1 second after the proposal", async () => {
      const { nodeRewards, node, epoch, dueAt } = await loadFixture(slashPending);
      await nextAt(dueAt - 1n);
      await expect(nodeRewards.executeSlash(node, epoch, Confinement))
        .to.be.revertedWithCustomError(nodeRewards, "SlashNotDue")
        .withArgs(node, epoch, Confinement, dueAt);
    });

    it("takes what is held 24 hours after the proposal, by anyone's call", async () => {
      const { nodeRewards, stakeWeight, distributor, token, stranger, node, epoch, amount, dueAt } =
        await loadFixture(slashPending);
      await nextAt(dueAt);
      await expect(nodeRewards.connect(stranger).executeSlash(node, epoch, Confinement)).to.changeTokenBalances(
        token,
        [stakeWeight, distributor, nodeRewards, node, stranger],
        [-amount, amount, 0n, 0n, 0n],
      );
      expect((await stakeWeight.positionOf(node)).amount).to.equal(SLASHABLE - amount);
      expect(await stakeWeight.heldOf(node)).to.equal(0n);
      expect((await nodeRewards.slashOf(node, epoch, Confinement)).state).to.equal(SlashState.Executed);
    });

    it("emits SlashExecuted with the week that it funds", async () => {
      const { nodeRewards, node, epoch, amount } = await loadFixture(due);
      const weekStart = weekStartOf(await now());
      await expect(nodeRewards.executeSlash(node, epoch, Confinement))
        .to.emit(nodeRewards, "SlashExecuted")
        .withArgs(node, epoch, Confinement, amount, weekStart);
    });

    it("funds the running week of the stakers, to the wei", async () => {
      const { nodeRewards, distributor, node, epoch, amount } = await loadFixture(due);
      const week = weekStartOf(await now());
      await expect(nodeRewards.executeSlash(node, epoch, Confinement))
        .to.emit(distributor, "PeriodFunded")
        .withArgs(nodeRewards, week, amount);
      expect(await distributor.rewardForPeriod(week)).to.equal(amount);
    });

    it("funds the new week in a week's first second", async () => {
      const { nodeRewards, distributor, node, epoch, amount } = await loadFixture(due);
      const week = weekStartOf(await now()) + WEEK;
      await nextAt(week);
      await nodeRewards.executeSlash(node, epoch, Confinement);
      expect(await distributor.rewardForPeriod(week)).to.equal(amount);
      expect(await distributor.rewardForPeriod(week - WEEK)).to.equal(0n);
    });

    it("is earned by the stakers of that week, once it is over", async () => {
      const { nodeRewards, distributor, token, node, epoch, amount } = await loadFixture(due);
      // A week that began with the position, so that it earns all of it.
      const week = weekStartOf(await now()) + WEEK;
      await warpTo(week + DAY);
      await nodeRewards.executeSlash(node, epoch, Confinement);
      await expect(distributor.claim(node)).to.changeTokenBalance(token, node, 0n);
      await warpTo(week + WEEK);
      const claimed = await distributor.claimable(node);
      expect(claimed).to.be.within(amount - 1n, amount);
      await expect(distributor.claim(node)).to.changeTokenBalance(token, node, claimed);
    });

    it("counts as no funding of the nodes, and is not stray", async () => {
      const { nodeRewards, node, epoch } = await loadFixture(due);
      await nodeRewards.executeSlash(node, epoch, Confinement);
      expect(await nodeRewards.totalFunded()).to.equal(0n);
      await expect(nodeRewards.fundStrayTokens()).to.be.revertedWithCustomError(nodeRewards, "NoStrayTokens");
    });

    it("is refused twice", async () => {
      const { nodeRewards, node, epoch } = await loadFixture(due);
      await nodeRewards.executeSlash(node, epoch, Confinement);
      await expect(nodeRewards.executeSlash(node, epoch, Confinement))
        .to.be.revertedWithCustomError(nodeRewards, "SlashNotPending")
        .withArgs(node, epoch, Confinement, SlashState.Executed);
    });

    it("is refused after a veto", async () => {
      const { nodeRewards, guardian, node, epoch, dueAt } = await loadFixture(slashPending);
      await nodeRewards.connect(guardian).vetoSlash(node, epoch, Confinement);
      await nextAt(dueAt);
      await expect(nodeRewards.executeSlash(node, epoch, Confinement))
        .to.be.revertedWithCustomError(nodeRewards, "SlashNotPending")
        .withArgs(node, epoch, Confinement, SlashState.Vetoed);
    });

    it("is refused for a slash that nobody proposed", async () => {
      const { nodeRewards, node, epoch } = await loadFixture(due);
      for (const [operator, at, offence] of [
        [node.address, epoch, Equivocation],
        [node.address, epoch + 1n, Confinement],
        [await nodeRewards.getAddress(), epoch, Confinement],
      ] as const) {
        await expect(nodeRewards.executeSlash(operator, at, offence))
          .to.be.revertedWithCustomError(nodeRewards, "SlashNotPending")
          .withArgs(operator, at, offence, SlashState.None);
      }
    });

    it("works years later", async () => {
      const { nodeRewards, distributor, token, node, epoch, amount, dueAt } = await loadFixture(slashPending);
      await warpTo(dueAt + 1_000n * DAY);
      await expect(nodeRewards.executeSlash(node, epoch, Confinement)).to.changeTokenBalance(
        token,
        distributor,
        amount,
      );
    });

    it("works while NodeRewards and StakeWeight are paused", async () => {
      const { nodeRewards, stakeWeight, pauser, node, epoch } = await loadFixture(due);
      await nodeRewards.connect(pauser).pause();
      await stakeWeight.connect(pauser).pause();
      await nodeRewards.executeSlash(node, epoch, Confinement);
      expect(await stakeWeight.heldOf(node)).to.equal(0n);
    });

    it("executes each of several, in any order", async () => {
      const { nodeRewards, asOracle, stakeWeight, node, epoch, dueAt } = await loadFixture(slashPending);
      await asOracle.proposeSlash(node, epoch, Equivocation, 100n);
      await asOracle.proposeSlash(node, epoch + 1n, Confinement, 10n);
      await warpTo(dueAt + DAY);
      await nodeRewards.executeSlash(node, epoch + 1n, Confinement);
      await nodeRewards.executeSlash(node, epoch, Equivocation);
      expect(await stakeWeight.heldOf(node)).to.equal(CONFINEMENT_SLASH);
      await nodeRewards.executeSlash(node, epoch, Confinement);
      expect((await stakeWeight.positionOf(node)).amount).to.equal(
        SLASHABLE - 2n * CONFINEMENT_SLASH - EQUIVOCATION_SLASH,
      );
    });

    describe("when the RewardDistributor is paused", () => {
      it("is refused, and stays pending", async () => {
        const { nodeRewards, distributor, pauser, node, epoch } = await loadFixture(due);
        await distributor.connect(pauser).pause();
        await expect(nodeRewards.executeSlash(node, epoch, Confinement)).to.be.revertedWithCustomError(
          distributor,
          "EnforcedPause",
        );
        expect((await nodeRewards.slashOf(node, epoch, Confinement)).state).to.equal(SlashState.Pending);
      });

      it("keeps nobody from withdrawing the rest", async () => {
        const { nodeRewards, asOracle, stakeWeight, distributor, token, pauser, node, epoch } =
          await loadFixture(unlocked);
        await asOracle.proposeSlash(node, epoch, Confinement, 10n);
        await distributor.connect(pauser).pause();
        await warpTo((await now()) + DAY);
        await expect(nodeRewards.executeSlash(node, epoch, Confinement)).to.be.revertedWithCustomError(
          distributor,
          "EnforcedPause",
        );
        await expect(stakeWeight.connect(node).withdraw()).to.changeTokenBalance(
          token,
          node,
          SLASHABLE - CONFINEMENT_SLASH,
        );
      });
    });
  });

  describe("a position", () => {
    it("that is Locked loses weight from the execution on", async () => {
      const { nodeRewards, stakeWeight, node, epoch, amount, dueAt } = await loadFixture(almostDue);
      const before = await stakeWeight.weightOf(node);
      await nextAt(dueAt);
      await nodeRewards.executeSlash(node, epoch, Confinement);
      expect(await stakeWeight.weightOf(node)).to.equal(((SLASHABLE - amount) * 52n) / 209n);
      expect(await stakeWeight.weightAt(node, dueAt - 1n)).to.equal(before);
    });

    it("that is Unlocking is slashed", async () => {
      const { nodeRewards, asOracle, stakeWeight, node, epoch } = await loadFixture(unlocking);
      await asOracle.proposeSlash(node, epoch, Equivocation, 100n);
      await warpTo((await now()) + DAY);
      await nodeRewards.executeSlash(node, epoch, Equivocation);
      expect((await stakeWeight.positionOf(node)).amount).to.equal(SLASHABLE - EQUIVOCATION_SLASH);
    });

    it("whose votes are another's lowers those", async () => {
      const { nodeRewards, asOracle, stakeWeight, stranger, node, epoch } = await loadFixture(delegated);
      await asOracle.proposeSlash(node, epoch, Equivocation, 100n);
      expect(await stakeWeight.getVotes(stranger)).to.equal((SLASHABLE * 52n) / 209n);
      await warpTo((await now()) + DAY);
      await nodeRewards.executeSlash(node, epoch, Equivocation);
      expect(await stakeWeight.getVotes(stranger)).to.equal(((SLASHABLE - EQUIVOCATION_SLASH) * 52n) / 209n);
    });

    it("that is Unlocked pays out the rest, and what is held is slashed", async () => {
      const { nodeRewards, asOracle, stakeWeight, distributor, token, node, epoch } = await loadFixture(unlocked);
      await asOracle.proposeSlash(node, epoch, Equivocation, 100n);
      await expect(stakeWeight.connect(node).withdraw()).to.changeTokenBalance(
        token,
        node,
        SLASHABLE - EQUIVOCATION_SLASH,
      );
      await expect(stakeWeight.connect(node).withdraw())
        .to.be.revertedWithCustomError(stakeWeight, "AllHeld")
        .withArgs(node, EQUIVOCATION_SLASH);
      await warpTo((await now()) + DAY);
      await expect(nodeRewards.executeSlash(node, epoch, Equivocation)).to.changeTokenBalances(
        token,
        [stakeWeight, distributor],
        [-EQUIVOCATION_SLASH, EQUIVOCATION_SLASH],
      );
      expect((await stakeWeight.positionOf(node)).amount).to.equal(0n);
    });

    it("that is Unlocked gets the held part after a veto", async () => {
      const { nodeRewards, asOracle, guardian, stakeWeight, token, node, epoch } = await loadFixture(unlocked);
      await asOracle.proposeSlash(node, epoch, Equivocation, 100n);
      await stakeWeight.connect(node).withdraw();
      await nodeRewards.connect(guardian).vetoSlash(node, epoch, Equivocation);
      await expect(stakeWeight.connect(node).withdraw()).to.changeTokenBalance(token, node, EQUIVOCATION_SLASH);
    });

    it("escapes no pending slash by unlocking and withdrawing", async () => {
      const { nodeRewards, stakeWeight, token, node, epoch, amount } = await loadFixture(slashPending);
      await stakeWeight.connect(node).initiateUnlock();
      await warpTo((await stakeWeight.positionOf(node)).unlockEnd);
      await expect(stakeWeight.connect(node).withdraw()).to.changeTokenBalance(token, node, SLASHABLE - amount);
      await nodeRewards.executeSlash(node, epoch, Confinement);
      expect((await stakeWeight.positionOf(node)).amount).to.equal(0n);
    });

    it("escapes no pending slash by growing or relocking", async () => {
      const { nodeRewards, stakeWeight, token, deployer, node, epoch, amount, dueAt } = await loadFixture(slashPending);
      await token.connect(deployer).transfer(node, 10n * WCT);
      await token.connect(node).approve(stakeWeight, 10n * WCT);
      await stakeWeight.connect(node).update(10n * WCT, 104n);
      expect(await stakeWeight.heldOf(node)).to.equal(amount);
      await nextAt(dueAt);
      await nodeRewards.executeSlash(node, epoch, Confinement);
      expect((await stakeWeight.positionOf(node)).amount).to.equal(SLASHABLE + 10n * WCT - amount);
    });
  });
});
