import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import fc from "fast-check";
import { pay } from "../../../scripts/performance/pay";
import { ONE } from "../../../scripts/performance/score";
import { NO_SCORE } from "../../../scripts/performance/scoreNodes";
import { type Entry, NO_DATA, type SignedReport } from "../../../scripts/performance/types";
import { WCT } from "../../support/amounts";
import type { TestNode } from "../../support/nodes";
import { readRound } from "../../../scripts/performance/readRound";
import {
  committedReports,
  committeeReports,
  DOWN,
  measured,
  PERFECT,
  reportOf,
  scoring,
} from "../../support/reporting";
import { DAY, HOUR, nextAt } from "../../support/time";
import {
  afterEnd,
  allNodes,
  atNextNoon,
  CONFINEMENT,
  configurationOf,
  endOf,
  finalize,
  fiveNodes,
  fivePeers,
  REASON_UNQUALIFIED,
  reconfigured,
  scoresOf,
  type Seated,
  signerOf,
  Status,
} from "./fixtures";

const BUDGET = 1_000n * WCT;

/** With a budget of 1,000 WCT for the running epoch. */
async function fundedWith(contracts: Seated): Promise<Seated> {
  const { token, nodeRewards, deployer, epoch } = contracts;
  await token.connect(deployer).approve(nodeRewards, BUDGET);
  await nodeRewards.connect(deployer).fund(epoch, BUDGET);
  return contracts;
}

async function allFunded(): Promise<Seated> {
  return fundedWith(await allNodes());
}

/** Five funded nodes that can all be confined. */
async function fiveWithoutFloor(): Promise<Seated> {
  return withoutFloor(await fiveNodes());
}

/** The same in Phase 2. */
async function fivePeersWithoutFloor(): Promise<Seated> {
  return withoutFloor(await fivePeers());
}

async function withoutFloor(contracts: Seated): Promise<Seated> {
  const { thresholds } = await configurationOf(contracts, contracts.epoch);
  return fundedWith(await reconfigured(contracts, { thresholds: { ...thresholds, activeFloor: 0n } }));
}

/** The committee says this of the nodes, and that the others are perfect; finalized in the first hour. */
async function measuredAs(contracts: Seated, said: ReadonlyMap<TestNode, Entry>) {
  const round = await readRound({ contracts, epoch: contracts.epoch });
  const entries = new Map([...said].map(([{ operator }, entry]) => [operator.address, entry]));
  const reports = await committeeReports({ contracts, round, entries });
  await afterEnd(contracts.epoch);
  return finalize(contracts, round, reports);
}

/** The same entry for each of these nodes. */
function each(nodes: readonly TestNode[], entry: Entry): Map<TestNode, Entry> {
  return new Map(nodes.map((node) => [node, entry]));
}

/** What every node of the set earned, as the helpers compute it of the scores and of who is paid. */
async function expectPay(contracts: Seated, isPaid: (operator: string) => boolean): Promise<void> {
  const { stakeWeight, nodeRewards, epoch } = contracts;
  const round = await readRound({ contracts, epoch });
  const { weights } = await stakeWeight.weightsAt(round.set.operators, epoch * DAY, 0, 0);
  const scores = await scoresOf(contracts, epoch);
  const amounts = pay({
    budget: BUDGET,
    terms: round.configuration.pay,
    nodes: round.set.operators.map((operator, index) => ({
      weight: weights[index]!,
      // The first 15 seats.
      isActive: index < 15,
      isPaid: isPaid(operator),
      score: scores[index]!,
    })),
  });
  for (const [index, operator] of round.set.operators.entries()) {
    expect(await nodeRewards.owedTo(operator)).to.equal(amounts[index]);
  }
}

describe("PerformanceOracle", () => {
  describe("finalize", () => {
    describe("when every node is perfect", () => {
      it("pays every node and confines nobody", async () => {
        const fixture = await loadFixture(allFunded);
        await measuredAs(fixture, new Map());
        expect(await fixture.registry.counts()).to.deep.equal([15n, 6n, 0n, 0n]);
        await expectPay(fixture, () => true);
      });
    });

    describe("when every node fails", () => {
      it("confines and slashes nobody, and pays by the scores", async () => {
        const fixture = await loadFixture(allFunded);
        const { registry, nodeRewards, stakeWeight, nodes, epoch } = fixture;
        const finalization = measuredAs(fixture, each(nodes, DOWN));
        await expect(finalization).to.emit(registry, "ConfinementSuspended").withArgs(epoch, 15n, 15n);
        await expect(finalization).not.to.emit(nodeRewards, "SlashProposed");
        expect(await registry.counts()).to.deep.equal([15n, 6n, 0n, 0n]);
        expect(await stakeWeight.heldOf(nodes[0]!.operator)).to.equal(0n);
        await expectPay(fixture, () => true);
      });
    });

    describe("when a third of the Active nodes fails", () => {
      it("confines, slashes and does not pay them", async () => {
        const fixture = await loadFixture(allFunded);
        const { registry, nodeRewards, stakeWeight, nodes, epoch } = fixture;
        const failing = nodes.slice(3, 8);
        const finalization = measuredAs(fixture, each(failing, scoring(79n)));
        await expect(finalization).not.to.emit(registry, "ConfinementSuspended");
        for (const { operator } of failing) {
          const { amount } = await stakeWeight.positionOf(operator);
          const due = endOf(epoch) + HOUR + DAY;
          await expect(finalization).to.emit(registry, "Confined").withArgs(operator, anySeat, due);
          await expect(finalization)
            .to.emit(nodeRewards, "SlashProposed")
            .withArgs(operator, epoch, CONFINEMENT, amount / 1_000n, due);
          expect(await registry.statusOf(operator)).to.equal(Status.Confined);
        }
        expect(await registry.counts()).to.deep.equal([15n, 1n, 5n, 0n]);
        await expectPay(fixture, (operator) => !failing.some((node) => node.operator.address === operator));
      });
    });

    describe("when one more than a third of the Active nodes fails", () => {
      it("confines and slashes nobody", async () => {
        const fixture = await loadFixture(allFunded);
        const { registry, nodeRewards, nodes, epoch } = fixture;
        const finalization = measuredAs(fixture, each(nodes.slice(3, 9), scoring(79n)));
        await expect(finalization).to.emit(registry, "ConfinementSuspended").withArgs(epoch, 6n, 15n);
        await expect(finalization).not.to.emit(nodeRewards, "SlashProposed");
        expect(await registry.counts()).to.deep.equal([15n, 6n, 0n, 0n]);
        await expectPay(fixture, () => true);
      });
    });

    describe("when Reserved nodes fail", () => {
      it("confines all of them, which count for no third", async () => {
        const fixture = await loadFixture(allFunded);
        const { registry, nodes } = fixture;
        const reserved = nodes.slice(15);
        await measuredAs(fixture, each(reserved, DOWN));
        expect(await registry.counts()).to.deep.equal([15n, 0n, 6n, 0n]);
        await expectPay(fixture, (operator) => !reserved.some((node) => node.operator.address === operator));
      });
    });

    describe("when more fail with the same score than the floor allows", () => {
      it("confines the later registered ones and spares the earliest, unpaid", async () => {
        const fixture = await loadFixture(allFunded);
        const { registry, nodeRewards, stakeWeight, nodes, epoch } = fixture;
        const failing = [...nodes.slice(2, 7), ...nodes.slice(15)];
        const finalization = measuredAs(fixture, each(failing, scoring(70n)));
        // 15 Active and nobody to replace them: four may go, down to 11.
        await expect(finalization).to.emit(registry, "Spared").withArgs(nodes[2]!.operator, epoch);
        expect(await registry.counts()).to.deep.equal([11n, 0n, 10n, 0n]);
        for (const { operator } of nodes.slice(3, 7)) {
          expect(await registry.statusOf(operator)).to.equal(Status.Confined);
        }
        expect(await registry.statusOf(nodes[2]!.operator)).to.equal(Status.Active);
        expect(await nodeRewards.owedTo(nodes[2]!.operator)).to.equal(0n);
        expect(await stakeWeight.heldOf(nodes[2]!.operator)).to.equal(0n);
      });

      it("confines the worst first, whenever they registered", async () => {
        const fixture = await loadFixture(allFunded);
        const { registry, nodes } = fixture;
        const said = each([...nodes.slice(2, 7), ...nodes.slice(15)], scoring(70n));
        said.set(nodes[2]!, scoring(69n));
        await measuredAs(fixture, said);
        expect(await registry.statusOf(nodes[2]!.operator)).to.equal(Status.Confined);
        expect(await registry.statusOf(nodes[3]!.operator)).to.equal(Status.Active);
      });
    });

    describe("when a score equals the threshold", () => {
      it("passes, and fails with one probe less", async () => {
        const fixture = await loadFixture(allFunded);
        const { registry, nodes } = fixture;
        await measuredAs(
          fixture,
          new Map([
            [nodes[0]!, measured(1_152n)],
            [nodes[1]!, measured(1_151n)],
          ]),
        );
        expect(await registry.statusOf(nodes[0]!.operator)).to.equal(Status.Active);
        expect(await registry.statusOf(nodes[1]!.operator)).to.equal(Status.Confined);
      });
    });

    describe("when a position stops to qualify during the epoch", () => {
      it("deactivates its node without pay or slash, whatever its score", async () => {
        const fixture = await loadFixture(allFunded);
        const { registry, nodeRewards, stakeWeight, nodes } = fixture;
        const [perfect, down] = [nodes[0]!.operator, nodes[1]!.operator];
        await stakeWeight.connect(perfect).initiateUnlock();
        await stakeWeight.connect(down).initiateUnlock();
        const finalization = measuredAs(fixture, each([nodes[1]!], DOWN));
        for (const operator of [perfect, down]) {
          await expect(finalization).to.emit(registry, "Deactivated").withArgs(operator, REASON_UNQUALIFIED);
          expect(await nodeRewards.owedTo(operator)).to.equal(0n);
          expect(await stakeWeight.heldOf(operator)).to.equal(0n);
        }
        await expectPay(fixture, (operator) => operator !== perfect.address && operator !== down.address);
      });
    });

    describe("when a position grows during the epoch", () => {
      it("weighs what it weighed at the opening", async () => {
        const fixture = await loadFixture(allFunded);
        const { token, stakeWeight, deployer, nodes } = fixture;
        const { operator } = nodes[0]!;
        await token.connect(deployer).transfer(operator, 1_000_000n * WCT);
        await token.connect(operator).approve(stakeWeight, 1_000_000n * WCT);
        await stakeWeight.connect(operator).increaseAmount(1_000_000n * WCT);
        await measuredAs(fixture, new Map());
        await expectPay(fixture, () => true);
      });
    });

    describe("when a node leaves before the finalization", () => {
      it("is neither paid nor penalized", async () => {
        const fixture = await loadFixture(allFunded);
        const { registry, nodeRewards, stakeWeight, nodes } = fixture;
        const [good, bad] = [nodes[0]!, nodes[1]!];
        await registry.connect(good.operator).leave();
        await registry.connect(bad.operator).leave();
        await measuredAs(fixture, each([bad], DOWN));
        for (const { operator } of [good, bad]) {
          expect(await nodeRewards.owedTo(operator)).to.equal(0n);
          expect(await stakeWeight.heldOf(operator)).to.equal(0n);
          expect(await registry.statusOf(operator)).to.equal(Status.Deactivated);
        }
      });
    });

    describe("when a seat is free between the others", () => {
      /** The first node has left, and a Reserved one has become Active; the seats begin with the second. */
      async function withGap(): Promise<Seated> {
        const contracts = await allNodes();
        await contracts.registry.connect(contracts.nodes[0]!.operator).leave();
        return fundedWith(await atNextNoon(contracts));
      }

      it("pays each node by its own status, weight and score", async () => {
        const fixture = await loadFixture(withGap);
        const { set } = await readRound({ contracts: fixture, epoch: fixture.epoch });
        expect(set.active).to.equal(0xfffen);
        expect(set.reserved).to.equal(0x1f0000n);
        await measuredAs(
          fixture,
          new Map(fixture.nodes.slice(1).map((node, index) => [node, scoring(80n + BigInt(index))])),
        );
        await expectPay(fixture, () => true);
      });

      it("confines and slashes those that failed", async () => {
        const fixture = await loadFixture(withGap);
        const { registry, nodeRewards, nodes, epoch } = fixture;
        const failing = [nodes[1]!, nodes[15]!, nodes[20]!];
        await measuredAs(fixture, each(failing, scoring(50n)));
        for (const node of nodes.slice(1)) {
          const status = await registry.statusOf(node.operator);
          const { state } = await nodeRewards.slashOf(node.operator, epoch, CONFINEMENT);
          expect([status === Status.Confined, state]).to.deep.equal(failing.includes(node) ? [true, 1n] : [false, 0n]);
        }
        await expectPay(fixture, (operator) => !failing.some((node) => node.operator.address === operator));
      });
    });

    describe("when there is no data on a node", () => {
      it("neither pays nor penalizes it, and leaves its status and last score", async () => {
        const first = await loadFixture(fiveWithoutFloor);
        await measuredAs(first, each([first.nodes[0]!], scoring(90n)));
        const owed = await first.nodeRewards.owedTo(first.nodes[0]!.operator);
        const second = await atNextNoon(first);
        await measuredAs(second, each([second.nodes[0]!], NO_DATA));
        const { operator } = second.nodes[0]!;
        const { status, hasScore, lastScore } = await second.registry.nodeOf(operator);
        expect([status, hasScore, lastScore]).to.deep.equal([Status.Active, true, (9n * ONE) / 10n]);
        expect(await second.stakeWeight.heldOf(operator)).to.equal(0n);
        expect(await second.nodeRewards.owedTo(operator)).to.equal(owed);
      });

      it("gives it nothing when nobody has data on anybody", async () => {
        const fixture = await loadFixture(fiveWithoutFloor);
        const { nodeRewards, registry, nodes, epoch } = fixture;
        await measuredAs(fixture, each(nodes, NO_DATA));
        expect(await scoresOf(fixture, epoch)).to.deep.equal(Array<bigint>(5).fill(NO_SCORE));
        expect(await registry.counts()).to.deep.equal([5n, 0n, 0n, 0n]);
        for (const { operator } of nodes) expect(await nodeRewards.owedTo(operator)).to.equal(0n);
        expect(await nodeRewards.budgetOf(epoch + 1n)).to.equal(BUDGET);
      });

      const said = fc.constantFrom<Entry>(PERFECT, DOWN, NO_DATA, NO_DATA, scoring(85n), scoring(79n));

      for (const { title, peers, reporters } of [
        { title: "the committee", peers: false, reporters: 7 },
        { title: "peers", peers: true, reporters: 5 },
      ]) {
        it(`never makes it a perfect score or a penalty, whatever ${title} report`, async () => {
          const rows = fc.array(fc.array(said, { minLength: 5, maxLength: 5 }), {
            minLength: reporters,
            maxLength: reporters,
          });
          await fc.assert(
            fc.asyncProperty(rows, async (table) => {
              const fixture = await loadFixture(peers ? fivePeersWithoutFloor : fiveWithoutFloor);
              const { registry, nodeRewards, stakeWeight, epoch } = fixture;
              const round = await readRound({ contracts: fixture, epoch });
              const entriesOf = (index: number) =>
                new Map(table[index]!.map((entry, node) => [round.set.operators[node]!, entry]));
              const reports = peers
                ? await committedReports({ contracts: fixture, round, nodes: fixture.nodes, entriesOf })
                : await byCommittee(fixture, round, entriesOf);
              await nextAt(endOf(epoch) + 12n * HOUR);
              await finalize(fixture, round, reports);
              const scores = await scoresOf(fixture, epoch);
              for (const [node, operator] of round.set.operators.entries()) {
                const known = table.filter((row, index) => {
                  return row[node] !== NO_DATA && round.reporters[index]!.operator !== operator;
                }).length;
                // Equal peers: three of four are more than two thirds.
                expect(scores[node] === NO_SCORE).to.equal(known < (peers ? 3 : 5));
                if (scores[node] !== NO_SCORE) continue;
                const { status, hasScore } = await registry.nodeOf(operator);
                expect([status, hasScore]).to.deep.equal([Status.Active, false]);
                expect(await nodeRewards.owedTo(operator)).to.equal(0n);
                expect(await stakeWeight.heldOf(operator)).to.equal(0n);
              }
            }),
            { numRuns: 12 },
          );
        });
      }
    });
  });
});

/** A seat number, whichever. */
function anySeat(seat: bigint): boolean {
  return seat < 32n;
}

async function byCommittee(
  contracts: Seated,
  round: Awaited<ReturnType<typeof readRound>>,
  entriesOf: (index: number) => ReadonlyMap<string, Entry>,
): Promise<SignedReport[]> {
  const reports: SignedReport[] = [];
  for (const index of round.reporters.keys()) {
    const signer = signerOf(contracts, round, index);
    reports.push((await reportOf({ contracts, round, index, signer, entries: entriesOf(index) })).signed);
  }
  return reports;
}
