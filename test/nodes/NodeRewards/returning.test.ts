import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { extraOperator, ownershipOf } from "../../support/nodes";
import { DOWN, finalizeEpoch } from "../../support/reporting";
import { nextAt, warpTo } from "../../support/time";
import { allNodes, CONFINEMENT, Status } from "../PerformanceOracle/fixtures";

/** The first of all nodes, which was down, is confined, and its slash is pending. */
async function confined() {
  const fixture = await allNodes();
  const { epoch, nodes, token, nodeRewards, deployer, stakeWeight } = fixture;
  await token.connect(deployer).approve(nodeRewards, 1_000_000n);
  await nodeRewards.connect(deployer).fundRange(epoch, 10n, 100_000n);
  await finalizeEpoch(fixture, { epoch });
  const node = nodes[0]!;
  const { operator } = node;
  const earned = await nodeRewards.owedTo(operator);
  await finalizeEpoch(fixture, { epoch: epoch + 1n, entries: new Map([[operator.address, DOWN]]) });
  const slash = await nodeRewards.slashOf(operator, epoch + 1n, CONFINEMENT);
  const { amount } = await stakeWeight.positionOf(operator);
  return { ...fixture, node, operator, earned, failedEpoch: epoch + 1n, slash, amount };
}

describe("NodeRewards", () => {
  describe("a node whose slash is pending", () => {
    it("does not escape it by leaving, claiming, delegating, and registering anew with another key", async () => {
      const fixture = await loadFixture(confined);
      const { registry, nodeRewards, stakeWeight, token, node, operator, earned, failedEpoch, slash, amount } = fixture;
      expect(slash.amount).to.equal((amount / 1_000n / 10n ** 9n) * 10n ** 9n);
      await registry.connect(operator).leave();
      await expect(nodeRewards.claim(operator)).to.changeTokenBalance(token, operator, earned);
      const delegate = await extraOperator(70);
      await stakeWeight.connect(operator).delegate(delegate);
      await stakeWeight.connect(operator).relock(104n);
      await nextAt(slash.dueAt);
      await registry.connect(operator).register(node.key, node.endpoint, await ownershipOf(fixture, node));
      expect(await registry.statusOf(operator)).to.equal(Status.Standby);
      await expect(nodeRewards.executeSlash(operator, failedEpoch, CONFINEMENT)).to.changeTokenBalance(
        token,
        stakeWeight,
        -slash.amount,
      );
      const left = amount - slash.amount;
      expect((await stakeWeight.positionOf(operator)).amount).to.equal(left);
      expect(await stakeWeight.heldOf(operator)).to.equal(0n);
      expect(await stakeWeight.getVotes(delegate)).to.equal((left * 104n) / 209n);
    });

    it("cannot withdraw, open a position over what is held, or be given one, until it is decided", async () => {
      const fixture = await loadFixture(confined);
      const { nodeRewards, stakeWeight, token, deployer, operator, failedEpoch, slash, amount } = fixture;
      await stakeWeight.connect(operator).initiateUnlock();
      await warpTo((await stakeWeight.positionOf(operator)).unlockEnd);
      await expect(stakeWeight.connect(operator).withdraw()).to.changeTokenBalance(
        token,
        operator,
        amount - slash.amount,
      );
      await expect(stakeWeight.connect(operator).withdraw()).to.be.revertedWithCustomError(stakeWeight, "AllHeld");
      const helper = await extraOperator(71);
      await token.connect(deployer).transfer(helper, amount);
      await token.connect(helper).approve(stakeWeight, amount);
      await stakeWeight.connect(operator).setOperator(helper, true);
      await expect(stakeWeight.connect(helper).stakeFor(operator, amount, 52n))
        .to.be.revertedWithCustomError(stakeWeight, "PositionExists")
        .withArgs(operator, slash.amount);
      await nodeRewards.executeSlash(operator, failedEpoch, CONFINEMENT);
      await stakeWeight.connect(helper).stakeFor(operator, amount, 52n);
      expect((await stakeWeight.positionOf(operator)).amount).to.equal(amount);
      expect(await stakeWeight.heldOf(operator)).to.equal(0n);
    });
  });
});
