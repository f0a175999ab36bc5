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

describe("NodeRegistry", () => {
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
