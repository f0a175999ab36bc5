import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { readRound } from "../../../scripts/performance/readRound";
import type { Entry } from "../../../scripts/performance/types";
import { extraOperator, nodeContracts, nodeFor, register, seat, stakeFor } from "../../support/nodes";
import { committedReports, DOWN, finalizeEpoch } from "../../support/reporting";
import { DAY, HOUR, nextAt, now } from "../../support/time";
import { atNextNoon, CONFINEMENT, endOf, finalize, inPhaseTwo, type Seated } from "./fixtures";

/** What a transaction may use by EIP-7825. */
const TRANSACTION_GAS = 16_777_216n;

/** All 32 seats filled with nodes that measure each other: 15 Active, 9 that were confined and returned, and 8 that came since. */
async function everySeat(): Promise<Seated> {
  const contracts = await nodeContracts();
  const { registry, admin } = contracts;
  await registry.connect(admin).setTargets(15n, 9n);
  const nodes = contracts.operators.slice(0, 24).map(nodeFor);
  for (let i = 0; i < 8; ++i) nodes.push(nodeFor(await extraOperator(i)));
  for (const node of nodes) {
    await stakeFor(contracts, node.operator);
    await register(contracts, node);
  }
  await seat(contracts, nodes.slice(0, 24));
  const first = await atNextNoon({ ...contracts, nodes, epoch: (await now()) / DAY });
  const reserved = first.nodes.slice(15, 24).map(({ operator }) => operator.address);
  await finalizeEpoch(first, { epoch: first.epoch, entries: new Map(reserved.map((operator) => [operator, DOWN])) });
  // The 9 that are confined keep their seats, so 8 of the 32 are free.
  for (const { operator } of nodes.slice(24)) await registry.callUp(operator, ZeroAddress);
  await nextAt((await now()) + HOUR);
  for (const { operator } of nodes.slice(24)) await registry.connect(operator).confirm();
  const second = await atNextNoon({ ...first, epoch: first.epoch + 1n });
  return inPhaseTwo(second);
}

describe("PerformanceOracle", () => {
  describe("finalize, with all 32 seats filled by peers", () => {
    it("scores, confines and slashes as many as can be, within the gas of a transaction", async () => {
      const fixture = await loadFixture(everySeat);
      const { registry, nodeRewards, token, deployer, epoch, nodes } = fixture;
      expect(await registry.counts()).to.deep.equal([15n, 17n, 0n, 0n]);
      await token.connect(deployer).approve(nodeRewards, 1_000_000n);
      await nodeRewards.connect(deployer).fund(epoch, 1_000_000n);
      const round = await readRound({ contracts: fixture, epoch });
      // A third of the Active and all Reserved but five fail; everybody's numbers differ, so that nothing is sorted before.
      const failing = new Set([...nodes.slice(0, 5), ...nodes.slice(15, 27)].map(({ operator }) => operator.address));
      const entriesOf = (index: number) =>
        new Map(
          round.set.operators.map((operator, node): [string, Entry] => {
            const missed = BigInt((node * 5 + index * 7) % 40) + (failing.has(operator) ? 700n : 0n);
            return [operator, { successes: 1_440n - missed, probes: 1_440n, latencySumMs: (1_440n - missed) * 200n }];
          }),
        );
      const reports = await committedReports({ contracts: fixture, round, nodes, entriesOf });
      await nextAt(endOf(epoch));
      const receipt = await (await finalize(fixture, round, reports)).wait();
      expect(receipt!.gasUsed).to.be.lessThan(TRANSACTION_GAS / 2n);
      expect(await registry.counts()).to.deep.equal([15n, 0n, 17n, 0n]);
      for (const { operator } of nodes) {
        const { amount } = await nodeRewards.slashOf(operator, epoch, CONFINEMENT);
        expect(amount !== 0n).to.equal(failing.has(operator.address));
      }
    });
  });
});
