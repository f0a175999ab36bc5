import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import fc from "fast-check";
import { averageLatencyMs, ONE, score, uptime } from "../../scripts/performance/score";
import { NO_SCORE } from "../../scripts/performance/scoreNodes";
import { type Entry, type Measurement, NO_DATA, type SignedReport } from "../../scripts/performance/types";
import {
  allPeers,
  atNextNoon,
  CONFINEMENT,
  commitTo,
  committeeOf,
  dataOf,
  endOf,
  envelopeOf,
  finalize,
  fiveNodes,
  fivePeers,
  handedIn,
  oneHeavyPeer,
  onePeer,
  peerReports,
  reconfigured,
  scoresOf,
  type Seated,
  signerOf,
  sixHeavyPeers,
  Status,
} from "../nodes/PerformanceOracle/fixtures";
import { WCT } from "../support/amounts";
import type { TestNode } from "../support/nodes";
import { readRound, type Round } from "../../scripts/performance/readRound";
import { committeeReports, DOWN, measured, PERFECT, reportOf } from "../support/reporting";
import { DAY, HOUR, nextAt } from "../support/time";

/** A day of probes, as honest members see it. */
const honestEntry = fc
  .record({ successes: fc.bigInt({ min: 1_150n, max: 1_440n }), latencyMs: fc.bigInt({ min: 150n, max: 900n }) })
  .map(({ successes, latencyMs }) => measured(successes, latencyMs));

/** What a liar says: the worst, the best, nothing, or anything else. */
const lie = fc.oneof(
  fc.constantFrom<Entry>(DOWN, PERFECT, NO_DATA, { successes: 1n, probes: 1n, latencySumMs: 0n }),
  fc
    .record({ successes: fc.bigInt({ min: 1n, max: 1_440n }), latencyMs: fc.bigInt({ min: 0n, max: 60_000n }) })
    .map(({ successes, latencyMs }) => measured(successes, latencyMs)),
);

/** A row of entries per member. */
function table(entry: fc.Arbitrary<Entry>, members: number) {
  const row = fc.array(entry, { minLength: 5, maxLength: 5 });
  return fc.array(row, { minLength: members, maxLength: members });
}

/** Committees of these sizes belong to the first nodes' operators: the first member, a liar, to the first. */
async function withCommittee(size: number): Promise<Seated> {
  const contracts = await loadFixture(fiveNodes);
  const owners = new Map([0, size - 1].map((member, node) => [member, contracts.nodes[node]!.operator.address]));
  return reconfigured(contracts, { committee: committeeOf(contracts, size, owners) });
}

/** Reports of the members, in their order, whose entries are given. */
async function memberReports(contracts: Seated, round: Round, rows: ReadonlyMap<number, readonly Entry[]>) {
  const reports: SignedReport[] = [];
  for (const [index, row] of [...rows].sort(([a], [b]) => a - b)) {
    const entries = new Map(row.map((entry, node) => [round.set.operators[node]!, entry]));
    const signer = signerOf(contracts, round, index);
    reports.push((await reportOf({ contracts, round, index, signer, entries })).signed);
  }
  return reports;
}

/** The worst and the best score that the honest values together allow. */
function honestRange(round: Round, values: readonly Measurement[]): [bigint, bigint] {
  const parameters = round.configuration.score;
  const sorted = (numbers: bigint[]) => numbers.sort((a, b) => (a < b ? -1 : 1));
  const uptimes = sorted(values.map(uptime));
  const latencies = sorted(values.map(averageLatencyMs));
  return [
    score({ parameters, uptime: uptimes[0]!, latencyMs: latencies.at(-1)! }),
    score({ parameters, uptime: uptimes.at(-1)!, latencyMs: latencies[0]! }),
  ];
}

/** The score of the node in the epoch. */
async function scoreOf(contracts: Seated, round: Round, { operator }: TestNode): Promise<bigint> {
  return (await scoresOf(contracts, round.epoch))[round.set.operators.indexOf(operator.address)]!;
}

/** The score that the peers give `victim`, of which the liars say `entry`, and all others that it is perfect. */
async function scoredDespite(
  contracts: Seated,
  lies: { liars: readonly TestNode[]; victim: TestNode; entry: Entry },
): Promise<bigint> {
  const { round, reports } = await peerReports(contracts, { lies });
  await nextAt(endOf(contracts.epoch));
  await finalize(contracts, round, reports);
  return scoreOf(contracts, round, lies.victim);
}

describe("PerformanceOracle", () => {
  describe("in Phase 1", () => {
    for (const { members, liars } of [
      { members: 4, liars: 1 },
      { members: 5, liars: 1 },
      { members: 7, liars: 2 },
    ]) {
      it(`keeps scores within the honest values, whatever ${liars} of ${members} say, with all reports`, async () => {
        await fc.assert(
          fc.asyncProperty(table(lie, liars), table(honestEntry, members - liars), async (lies, honest) => {
            const contracts = await withCommittee(members);
            const round = await readRound({ contracts, epoch: contracts.epoch });
            const rows = [...lies, ...honest];
            const reports = await memberReports(contracts, round, new Map(rows.entries()));
            await nextAt(endOf(round.epoch));
            await finalize(contracts, round, reports);
            await expectHonest(contracts, round, honest, liars);
          }),
          { numRuns: 15 },
        );
      });

      it(`keeps scores within the honest values, if ${liars} of ${members} choose whose reports are used`, async () => {
        const needed = Math.floor((2 * members) / 3) + 1;
        const chosen = fc.shuffledSubarray([...Array(members - liars).keys()], {
          minLength: needed - liars,
          maxLength: needed - liars,
        });
        await fc.assert(
          fc.asyncProperty(table(lie, liars), table(honestEntry, members - liars), chosen, async (lies, all, used) => {
            const contracts = await withCommittee(members);
            const round = await readRound({ contracts, epoch: contracts.epoch });
            const rows = new Map([...lies.entries(), ...used.map((index) => [index + liars, all[index]!] as const)]);
            const reports = await memberReports(contracts, round, rows);
            await nextAt(endOf(round.epoch) + 12n * HOUR);
            await finalize(contracts, round, reports);
            await expectHonest(contracts, round, all, liars);
          }),
          { numRuns: 15 },
        );
      });
    }

    describe("when a member belongs to a node's operator", () => {
      async function owned() {
        const contracts = await fiveNodes();
        const owners = new Map([[3, contracts.nodes[0]!.operator.address]]);
        const fixture = await reconfigured(contracts, { committee: committeeOf(contracts, 7, owners) });
        const round = await readRound({ contracts: fixture, epoch: fixture.epoch });
        const split = (index: number) => new Map([[fixture.nodes[0]!.operator.address, index < 3 ? DOWN : PERFECT]]);
        const reports: SignedReport[] = [];
        for (const index of round.reporters.keys()) {
          const signer = signerOf(fixture, round, index);
          const entries = split(index);
          reports.push((await reportOf({ contracts: fixture, round, index, signer, entries })).signed);
        }
        return { ...fixture, round, reports };
      }

      for (const [title, entry] of [
        ["down", DOWN as Measurement],
        ["perfect", PERFECT as Measurement],
        ["impossible", { successes: 2n, probes: 1n, latencySumMs: 0n }],
      ] as const) {
        it(`ignores that it says the node is ${title}, where the others are split`, async () => {
          const fixture = await loadFixture(owned);
          const { round, reports } = fixture;
          const data = dataOf([entry, ...Array<Measurement>(4).fill(PERFECT as Measurement)]);
          reports[3] = handedIn(await envelopeOf({ contracts: fixture, round, index: 3, data }), 3);
          await nextAt(endOf(round.epoch));
          await finalize(fixture, round, reports);
          // Three of six say that it is down: a tie, in its favour.
          expect(await scoreOf(fixture, round, fixture.nodes[0]!)).to.equal(ONE);
        });
      }

      it("counts what it says of others", async () => {
        const fixture = await loadFixture(owned);
        const { round } = fixture;
        const victim = round.set.operators[1]!;
        const entries = new Map([[victim, DOWN]]);
        const framing = await committeeReports({ contracts: fixture, round, entries, indices: [0, 1, 2, 3] });
        const others = await committeeReports({ contracts: fixture, round, indices: [4, 5, 6] });
        await nextAt(endOf(round.epoch));
        await finalize(fixture, round, [...framing, ...others]);
        expect(await scoreOf(fixture, round, fixture.nodes[1]!)).to.equal(0n);
      });
    });

    describe("when a member copies another's report", () => {
      it("changes no score out of the honest values", async () => {
        const fixture = await loadFixture(fiveNodes);
        const round = await readRound({ contracts: fixture, epoch: fixture.epoch });
        const honest = [1_400n, 1_410n, 1_420n, 1_430n, 1_440n].map((ok) => Array<Entry>(5).fill(measured(ok)));
        const reports = await memberReports(fixture, round, new Map(honest.entries()));
        for (const index of [5, 6]) {
          // The data of the first, with an own signature.
          const { data } = reports[0]!;
          reports.push(handedIn(await envelopeOf({ contracts: fixture, round, index, data }), index));
        }
        await nextAt(endOf(round.epoch));
        await finalize(fixture, round, reports);
        const [first] = await scoresOf(fixture, round.epoch);
        expect(first).to.equal((1_410n * ONE) / 1_440n);
      });

      it("refuses the copied signature", async () => {
        const fixture = await loadFixture(fiveNodes);
        const round = await readRound({ contracts: fixture, epoch: fixture.epoch });
        const reports = await committeeReports({ contracts: fixture, round });
        reports[6] = { ...reports[0]!, index: 6n };
        await nextAt(endOf(round.epoch));
        await expect(finalize(fixture, round, reports)).to.be.revertedWithCustomError(fixture.oracle, "WrongSigner");
      });
    });

    describe("when yesterday's reports are handed in again", () => {
      it("refuses them, with the same set and the same configuration", async () => {
        const fixture = await loadFixture(fiveNodes);
        const round = await readRound({ contracts: fixture, epoch: fixture.epoch });
        const reports = await committeeReports({ contracts: fixture, round });
        await nextAt(endOf(round.epoch));
        await finalize(fixture, round, reports);
        const next = await atNextNoon(fixture);
        const again = await readRound({ contracts: next, epoch: next.epoch });
        expect(again.set).to.deep.equal(round.set);
        await nextAt(endOf(again.epoch));
        await expect(finalize(next, again, reports)).to.be.revertedWithCustomError(fixture.oracle, "WrongSigner");
      });
    });

    describe("when reports are withheld", () => {
      it("goes on without two of seven after 6 hours", async () => {
        const fixture = await loadFixture(fiveNodes);
        const round = await readRound({ contracts: fixture, epoch: fixture.epoch });
        const reports = await committeeReports({ contracts: fixture, round, indices: [0, 2, 3, 5, 6] });
        await nextAt(endOf(round.epoch) + 6n * HOUR);
        await finalize(fixture, round, reports);
        expect(await scoresOf(fixture, round.epoch)).to.deep.equal(Array<bigint>(5).fill(ONE));
      });

      it("misses the epoch without three of seven, and nothing changes", async () => {
        const fixture = await loadFixture(fiveNodes);
        const { oracle, registry } = fixture;
        const round = await readRound({ contracts: fixture, epoch: fixture.epoch });
        const reports = await committeeReports({ contracts: fixture, round, indices: [0, 2, 3, 5], rest: DOWN });
        await nextAt(endOf(round.epoch) + DAY - 1n);
        await expect(finalize(fixture, round, reports))
          .to.be.revertedWithCustomError(oracle, "QuorumMissing")
          .withArgs(4n, 5n);
        expect(await registry.counts()).to.deep.equal([5n, 0n, 0n, 0n]);
      });

      it("does not score again when one comes late", async () => {
        const fixture = await loadFixture(fiveNodes);
        const { oracle } = fixture;
        const round = await readRound({ contracts: fixture, epoch: fixture.epoch });
        const reports = await committeeReports({ contracts: fixture, round });
        await nextAt(endOf(round.epoch) + 6n * HOUR);
        await finalize(fixture, round, reports.slice(0, 5));
        await expect(finalize(fixture, round, reports))
          .to.be.revertedWithCustomError(oracle, "EpochAlreadyFinalized")
          .withArgs(round.epoch);
      });
    });

    describe("when two liars claim to know nothing of a node", () => {
      /** Of the first node; all others, and all other members, say that it is perfect. */
      async function silenced() {
        const fixture = await fiveNodes();
        const round = await readRound({ contracts: fixture, epoch: fixture.epoch });
        const victim = round.set.operators[0]!;
        const entries = new Map<string, Entry>([[victim, NO_DATA]]);
        const lies = await committeeReports({ contracts: fixture, round, entries, indices: [0, 1] });
        const honest = await committeeReports({ contracts: fixture, round, indices: [2, 3, 4, 5, 6] });
        return { ...fixture, round, victim, reports: [...lies, ...honest], end: endOf(round.epoch) };
      }

      for (const count of [5, 6]) {
        it(`refuses a choice of ${count} reports with theirs before 12 hours`, async () => {
          const fixture = await loadFixture(silenced);
          const { oracle, round, victim, reports, end } = fixture;
          await nextAt(end + 12n * HOUR - 1n);
          await expect(finalize(fixture, round, reports.slice(0, count)))
            .to.be.revertedWithCustomError(oracle, "DataMissing")
            .withArgs(victim, BigInt(count - 2), end + 12n * HOUR);
        });
      }

      it("lets anybody finalize with the honest reports from 6 hours on", async () => {
        const fixture = await loadFixture(silenced);
        const { round, reports, end } = fixture;
        await nextAt(end + 6n * HOUR);
        await finalize(fixture, round, reports.slice(2));
        expect(await scoreOf(fixture, round, fixture.nodes[0]!)).to.equal(ONE);
      });

      it("scores the node when all reports are in", async () => {
        const fixture = await loadFixture(silenced);
        const { round, reports, end } = fixture;
        await nextAt(end);
        await finalize(fixture, round, reports);
        expect(await scoreOf(fixture, round, fixture.nodes[0]!)).to.equal(ONE);
      });

      it("neither scores nor penalizes the node by their choice after 12 hours", async () => {
        const fixture = await loadFixture(silenced);
        const { registry, stakeWeight, round, victim, reports, end } = fixture;
        await nextAt(end + 12n * HOUR);
        await finalize(fixture, round, reports.slice(0, 5));
        expect(await scoreOf(fixture, round, fixture.nodes[0]!)).to.equal(NO_SCORE);
        expect(await registry.statusOf(victim)).to.equal(Status.Active);
        expect(await stakeWeight.heldOf(victim)).to.equal(0n);
      });
    });
  });

  describe("in Phase 2", () => {
    describe("with 21 equal peers", () => {
      it("does not let 10 of 20 frame a node", async () => {
        const contracts = await loadFixture(allPeers);
        const [victim, ...others] = contracts.nodes;
        const liars = others.slice(0, 10);
        expect(await scoredDespite(contracts, { liars, victim: victim!, entry: DOWN })).to.equal(ONE);
        expect(await contracts.registry.statusOf(victim!.operator)).to.equal(Status.Active);
      });

      it("lets 11 of 20 frame a node: they are the majority", async () => {
        const contracts = await loadFixture(allPeers);
        const { registry, nodeRewards, epoch } = contracts;
        const [victim, ...others] = contracts.nodes;
        const liars = others.slice(0, 11);
        expect(await scoredDespite(contracts, { liars, victim: victim!, entry: DOWN })).to.equal(0n);
        expect(await registry.statusOf(victim!.operator)).to.equal(Status.Confined);
        expect((await nodeRewards.slashOf(victim!.operator, epoch, CONFINEMENT)).state).to.equal(1n);
      });

      for (const [count, score] of [
        [10, ONE],
        [11, 0n],
      ] as const) {
        it(`${count === 10 ? "does not let" : "lets"} ${count} of 20 frame a node as slow`, async () => {
          const contracts = await loadFixture(allPeers);
          const victim = contracts.nodes[20]!;
          const liars = contracts.nodes.slice(0, count);
          expect(await scoredDespite(contracts, { liars, victim, entry: measured(1_440n, 5_000n) })).to.equal(score);
        });
      }

      // The tie goes in the node's favour, so half is enough to shield and not enough to harm.
      for (const [count, score] of [
        [9, 0n],
        [10, ONE],
        [11, ONE],
      ] as const) {
        it(`${count < 10 ? "does not let" : "lets"} ${count} of 20 shield a node that is down`, async () => {
          const contracts = await loadFixture(allPeers);
          const victim = contracts.nodes[4]!;
          const honest = contracts.nodes.filter((node) => node !== victim).slice(count);
          // The honest ones say that it is down; everybody else that it is perfect.
          expect(await scoredDespite(contracts, { liars: honest, victim, entry: DOWN })).to.equal(score);
        });
      }

      for (const [title, count, own, score] of [
        ["perfect, where 11 of 20 say it is down", 11, PERFECT as Measurement, 0n],
        ["down, where 10 of 20 do", 10, DOWN as Measurement, ONE],
        ["impossible, where 10 of 20 say it is down", 10, { successes: 1n, probes: 0n, latencySumMs: 0n }, ONE],
      ] as const) {
        it(`ignores that a node says it is ${title}`, async () => {
          const contracts = await loadFixture(allPeers);
          const [victim, ...others] = contracts.nodes;
          const lies = { liars: others.slice(0, count), victim: victim!, entry: DOWN };
          const { round, reports } = await peerReports(contracts, { lies });
          const place = round.set.operators.indexOf(victim!.operator.address);
          const data = dataOf(round.set.operators.map((_, node) => (node === place ? own : (PERFECT as Measurement))));
          const envelope = await envelopeOf({ contracts, round, index: place, data });
          await commitTo(contracts, victim!.operator, envelope);
          reports[place] = handedIn(envelope, place);
          await nextAt(endOf(round.epoch));
          await finalize(contracts, round, reports);
          expect(await scoreOf(contracts, round, victim!)).to.equal(score);
        });
      }

      for (const [silent, score] of [
        [6, ONE],
        [7, NO_SCORE],
      ] as const) {
        it(`${silent === 6 ? "scores" : "does not score"} a node that ${silent} of 20 claim not to know`, async () => {
          const contracts = await loadFixture(allPeers);
          const { registry, stakeWeight } = contracts;
          const [victim, ...others] = contracts.nodes;
          const liars = others.slice(0, silent);
          expect(await scoredDespite(contracts, { liars, victim: victim!, entry: NO_DATA })).to.equal(score);
          expect(await registry.statusOf(victim!.operator)).to.equal(Status.Active);
          expect(await stakeWeight.heldOf(victim!.operator)).to.equal(0n);
        });
      }

      it("goes on with 15 of 21 after 6 hours", async () => {
        const contracts = await loadFixture(allPeers);
        const { round, reports } = await peerReports(contracts, { indices: [...Array(15).keys()] });
        await nextAt(endOf(round.epoch) + 6n * HOUR);
        await finalize(contracts, round, reports);
        expect(await scoresOf(contracts, round.epoch)).to.deep.equal(Array<bigint>(21).fill(ONE));
      });
    });

    describe("when stake is bought during the epoch", () => {
      it("adds nothing to what its owner's report weighs", async () => {
        const contracts = await loadFixture(allPeers);
        const { token, stakeWeight, deployer } = contracts;
        const [victim, ...others] = contracts.nodes;
        const liars = others.slice(0, 10);
        const { operator } = liars[0]!;
        await token.connect(deployer).transfer(operator, 10_000_000n * WCT);
        await token.connect(operator).approve(stakeWeight, 10_000_000n * WCT);
        await stakeWeight.connect(operator).increaseAmount(10_000_000n * WCT);
        expect(await scoredDespite(contracts, { liars, victim: victim!, entry: DOWN })).to.equal(ONE);
      });
    });

    describe("when a peer leaves during the epoch", () => {
      it("counts its report as that of any other", async () => {
        const contracts = await loadFixture(fivePeers);
        const [victim, one, other, leaving] = contracts.nodes;
        const lies = { liars: [one!, other!], victim: victim!, entry: DOWN };
        const { round, reports } = await peerReports(contracts, { lies });
        await contracts.registry.connect(leaving!.operator).leave();
        await nextAt(endOf(round.epoch));
        await finalize(contracts, round, reports);
        // Two against two; without it, it would be two against one.
        expect(await scoreOf(contracts, round, victim!)).to.equal(ONE);
      });
    });

    describe("when a node is alone", () => {
      it("has nobody who scores it, and is neither paid nor penalized", async () => {
        const contracts = await loadFixture(onePeer);
        const { registry, nodeRewards } = contracts;
        const { operator } = contracts.nodes[0]!;
        const { round, reports } = await peerReports(contracts, {});
        await nextAt(endOf(round.epoch));
        await finalize(contracts, round, reports);
        expect(await scoresOf(contracts, round.epoch)).to.deep.equal([NO_SCORE]);
        expect(await registry.statusOf(operator)).to.equal(Status.Active);
        expect(await nodeRewards.owedTo(operator)).to.equal(0n);
      });
    });

    describe("with one peer that has 60 % of all stake", () => {
      // It counts as 10 %, which is as much as five others; 24 of them are a node's peers.
      for (const [helpers, score] of [
        [0, ONE],
        [7, ONE],
        [8, 0n],
      ] as const) {
        it(`${helpers === 8 ? "lets" : "does not let"} it frame a node with ${helpers} others`, async () => {
          const contracts = await loadFixture(oneHeavyPeer);
          const liars = contracts.nodes.slice(0, 1 + helpers);
          expect(await scoredDespite(contracts, { liars, victim: contracts.nodes[15]!, entry: DOWN })).to.equal(score);
        });
      }

      for (const [helpers, score] of [
        [6, 0n],
        [7, ONE],
      ] as const) {
        it(`${helpers === 7 ? "lets" : "does not let"} it shield a node with ${helpers} others`, async () => {
          const contracts = await loadFixture(oneHeavyPeer);
          const victim = contracts.nodes[15]!;
          const honest = contracts.nodes.filter((node) => node !== victim).slice(1 + helpers);
          expect(await scoredDespite(contracts, { liars: honest, victim, entry: DOWN })).to.equal(score);
        });
      }

      it("does not let it shield itself from 11 of the 20 others", async () => {
        const contracts = await loadFixture(oneHeavyPeer);
        const [victim, ...others] = contracts.nodes;
        const honest = others.slice(0, 11);
        expect(await scoredDespite(contracts, { liars: honest, victim: victim!, entry: DOWN })).to.equal(0n);
      });

      for (const [silent, score] of [
        // Of 24, 16 and 15 know it: two thirds, and less.
        [3, ONE],
        [4, NO_SCORE],
      ] as const) {
        it(`${silent === 3 ? "scores" : "does not score"} a node that it and ${silent} others do not know`, async () => {
          const contracts = await loadFixture(oneHeavyPeer);
          const liars = contracts.nodes.slice(0, 1 + silent);
          const victim = contracts.nodes[15]!;
          expect(await scoredDespite(contracts, { liars, victim, entry: NO_DATA })).to.equal(score);
        });
      }
    });

    describe("with six peers that have most of the stake", () => {
      const honest = [0, 1, 2, 3, 4, 5];
      const light = [...Array(15).keys()].map((index) => index + 6);

      /** The sender withholds the six, and hands in the others, who lie about one of themselves. */
      async function withheld() {
        const contracts = await sixHeavyPeers();
        const victim = contracts.nodes[20]!;
        const liars = contracts.nodes.slice(6, 20);
        const lies = { liars, victim, entry: DOWN };
        const { round, reports } = await peerReports(contracts, { lies });
        return { ...contracts, victim, round, reports, end: endOf(contracts.epoch) };
      }

      it("refuses the reports of the light ones before 12 hours, though they are a quorum", async () => {
        const fixture = await loadFixture(withheld);
        const { oracle, round, reports, end } = fixture;
        const chosen = light.map((index) => reports[index]!);
        for (const after of [6n * HOUR, 12n * HOUR - 1n]) {
          await nextAt(end + after);
          await expect(finalize(fixture, round, chosen))
            .to.be.revertedWithCustomError(oracle, "DataMissing")
            // All 15 have data on the first.
            .withArgs(round.set.operators[0]!, 15n, end + 12n * HOUR);
        }
      });

      it("scores, penalizes and pays nobody by them afterwards", async () => {
        const fixture = await loadFixture(withheld);
        const { registry, stakeWeight, victim, round, reports, end } = fixture;
        await nextAt(end + 12n * HOUR);
        await finalize(
          fixture,
          round,
          light.map((index) => reports[index]!),
        );
        expect(await scoresOf(fixture, round.epoch)).to.deep.equal(Array<bigint>(21).fill(NO_SCORE));
        expect(await registry.statusOf(victim.operator)).to.equal(Status.Reserved);
        expect(await stakeWeight.heldOf(victim.operator)).to.equal(0n);
      });

      it("lets anybody finalize with all reports, in which the lies weigh little", async () => {
        const fixture = await loadFixture(withheld);
        const { victim, round, reports, end } = fixture;
        await nextAt(end);
        await finalize(fixture, round, reports);
        expect(await scoreOf(fixture, round, victim)).to.equal(ONE);
      });

      for (const [known, score] of [
        [9, NO_SCORE],
        [10, ONE],
      ] as const) {
        it(`${known === 10 ? "scores" : "does not score"} a light one that ${known} of 20 know, the six among them`, async () => {
          const contracts = await loadFixture(sixHeavyPeers);
          const victim = contracts.nodes[20]!;
          const liars = contracts.nodes.slice(known, 20);
          expect(honest.length).to.be.lessThan(known);
          expect(await scoredDespite(contracts, { liars, victim, entry: NO_DATA })).to.equal(score);
        });
      }
    });
  });
});

/** Every score is none or lies within what the honest members measured. */
async function expectHonest(
  contracts: Seated,
  round: Round,
  honest: readonly (readonly Entry[])[],
  liars: number,
): Promise<void> {
  for (const [node, given] of (await scoresOf(contracts, round.epoch)).entries()) {
    if (given === NO_SCORE) continue;
    const values = honest
      .filter((_, index) => round.reporters[index + liars]!.operator !== round.set.operators[node])
      .map((row) => row[node] as Measurement);
    const [worst, best] = honestRange(round, values);
    expect(given).to.be.within(worst, best);
  }
}
