import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { readRound } from "../../../scripts/performance/readRound";
import { WCT } from "../../support/amounts";
import {
  extraOperator,
  NODE_STAKE,
  nodeContracts,
  type NodeContracts,
  nodeFor,
  ownershipOf,
  register,
  seatedNodes,
  stakeFor,
  type TestNode,
} from "../../support/nodes";
import { committeeReports, DOWN } from "../../support/reporting";
import { DAY, HOUR, nextAt, now } from "../../support/time";
import { endOf, finalize, Status } from "../PerformanceOracle/fixtures";

/** One place, and two nodes that stand by; the idle one has more stake. */
async function onePlace() {
  const contracts = await nodeContracts();
  await contracts.registry.connect(contracts.admin).setTargets(1n, 0n);
  const [idle, ready] = [nodeFor(await extraOperator(0)), nodeFor(await extraOperator(1))];
  await stakeFor(contracts, idle.operator, { amount: NODE_STAKE + WCT });
  await stakeFor(contracts, ready.operator);
  await register(contracts, idle);
  await register(contracts, ready);
  return { ...contracts, idle, ready };
}

async function fiveSeated() {
  return seatedNodes({ count: 5 });
}

/** Registers the node and calls it up, as its operator can in one transaction. */
async function comeBack(contracts: NodeContracts, node: TestNode): Promise<void> {
  const { registry } = contracts;
  await registry.connect(node.operator).register(node.key, node.endpoint, await ownershipOf(contracts, node));
  await registry.callUp(node.operator, ZeroAddress);
}

/** {@link onePlace}, with a second idle node of yet more stake; both can add to theirs. */
async function twoIdle() {
  const fixture = await onePlace();
  const { token, stakeWeight, deployer, idle } = fixture;
  const other = nodeFor(await extraOperator(2));
  await stakeFor(fixture, other.operator, { amount: NODE_STAKE + 2n * WCT });
  await register(fixture, other);
  for (const { operator } of [idle, other]) {
    await token.connect(deployer).transfer(operator, 100n * WCT);
    await token.connect(operator).approve(stakeWeight, 100n * WCT);
  }
  return { ...fixture, idle: [idle, other] as const };
}

describe("NodeRegistry", () => {
  describe("two nodes that displace each other", () => {
    it("keep a place for no longer than one of them could", async () => {
      const fixture = await loadFixture(twoIdle);
      const { registry, stakeWeight, idle, ready } = fixture;
      await registry.callUp(idle[0].operator, ZeroAddress);
      const calledUpAt = await now();
      for (let turn = 0; turn < 5; ++turn) {
        const [holder, next] = [idle[turn % 2]!, idle[(turn + 1) % 2]!];
        await nextAt((await now()) + 600n);
        await registry.callUp(next.operator, holder.operator);
        await stakeWeight.connect(holder.operator).increaseAmount(2n * WCT);
      }
      await nextAt(calledUpAt + HOUR);
      await expect(registry.callUp(idle[0].operator, idle[1].operator))
        .to.be.revertedWithCustomError(registry, "TooLateToDisplace")
        .withArgs(idle[1].operator, calledUpAt + HOUR);

      await nextAt(calledUpAt + DAY);
      await registry.deactivateMissed(idle[1].operator);
      await registry.callUp(idle[0].operator, ZeroAddress);
      await nextAt((await now()) + DAY);
      await registry.deactivateMissed(idle[0].operator);
      for (const node of idle) {
        await expect(comeBack(fixture, node)).to.be.revertedWithCustomError(registry, "TooEarlyToReturn");
      }
      await registry.callUp(ready.operator, ZeroAddress);
      await nextAt((await now()) + HOUR);
      await registry.connect(ready.operator).confirm();
      expect(await registry.statusOf(ready.operator)).to.equal(Status.Active);
    });
  });

  describe("a node that never confirms", () => {
    it("does not keep the place by registering anew at the deadline", async () => {
      const fixture = await loadFixture(onePlace);
      const { registry, idle, ready } = fixture;
      await registry.callUp(idle.operator, ZeroAddress);
      await nextAt((await now()) + DAY);
      await registry.deactivateMissed(idle.operator);
      await comeBack(fixture, idle).catch(() => undefined);
      await expect(registry.callUp(ready.operator, ZeroAddress)).to.emit(registry, "CalledUp");
    });

    it("does not keep the place by leaving before the deadline and registering anew", async () => {
      const fixture = await loadFixture(onePlace);
      const { registry, idle, ready } = fixture;
      await registry.callUp(idle.operator, ZeroAddress);
      await nextAt((await now()) + DAY - HOUR);
      await registry.connect(idle.operator).leave();
      await comeBack(fixture, idle).catch(() => undefined);
      await expect(registry.callUp(ready.operator, ZeroAddress)).to.emit(registry, "CalledUp");
    });
  });

  describe("a node that was down", () => {
    it("is not back sooner for leaving before its score than it would be after a confinement", async () => {
      const fixture = await loadFixture(fiveSeated);
      const { registry, epoch, nodes } = fixture;
      const node = nodes[4]!;
      const round = await readRound({ contracts: fixture, epoch });
      const entries = new Map([[node.operator.address, DOWN]]);
      const reports = await committeeReports({ contracts: fixture, round, entries });
      await nextAt(endOf(epoch));
      await registry.connect(node.operator).leave();
      await comeBack(fixture, node).catch(() => undefined);
      await finalize(fixture, round, reports);
      await nextAt(endOf(epoch) + 2n * HOUR);
      await registry
        .connect(node.operator)
        .confirm()
        .catch(() => undefined);
      expect(await registry.statusOf(node.operator)).not.to.be.oneOf([Status.Reserved, Status.Active]);
    });
  });
});
