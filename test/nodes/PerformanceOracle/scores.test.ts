import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import fc from "fast-check";
import { Wallet, ZeroAddress } from "ethers";
import { hashConfiguration } from "../../../scripts/performance/hashConfiguration";
import { hashSeatedSet } from "../../../scripts/performance/hashSeatedSet";
import { reportsNeeded } from "../../../scripts/performance/quorum";
import { NO_ANSWER, ONE } from "../../../scripts/performance/score";
import { NO_SCORE } from "../../../scripts/performance/scoreNodes";
import { type Entry, NO_DATA, type SignedReport } from "../../../scripts/performance/types";
import { readRound } from "../../../scripts/performance/readRound";
import { committedReports, committeeReports, measured, PERFECT, reportOf } from "../../support/reporting";
import { HOUR, nextAt } from "../../support/time";
import {
  afterEnd,
  allNodes,
  allPeers,
  atNextNoon,
  bitsOf,
  committeeOf,
  configurationOf,
  endOf,
  expectedScores,
  finalize,
  fiveNodes,
  fivePeers,
  reconfigured,
  type Seated,
  signerOf,
  sixHeavyPeers,
  Status,
} from "./fixtures";

/** What may be measured: a day of probes mostly, now and then anything that fits. */
const entry: fc.Arbitrary<Entry> = fc.oneof(
  { weight: 8, arbitrary: dayOfProbes() },
  { weight: 1, arbitrary: fc.constant<Entry>(NO_DATA) },
  { weight: 1, arbitrary: anything() },
);

function dayOfProbes(): fc.Arbitrary<Entry> {
  return fc
    .record({ successes: fc.bigInt({ min: 1_000n, max: 1_440n }), latencyMs: fc.bigInt({ min: 100n, max: 1_000n }) })
    .map(({ successes, latencyMs }) => measured(successes, latencyMs));
}

function anything(): fc.Arbitrary<Entry> {
  return fc
    .record({
      probes: fc.bigInt({ min: 1n, max: 65_535n }),
      part: fc.bigInt({ min: 0n, max: 10n }),
      sum: fc.bigInt({ min: 0n, max: 2n ** 32n - 1n }),
    })
    .map(({ probes, part, sum }) => {
      const successes = (probes * part) / 10n;
      return { successes, probes, latencySumMs: successes === 0n ? 0n : sum };
    });
}

/** Per reporter and node an entry, and in which order the reports are left out. */
function matrix(reporters: number, nodes: number) {
  const row = fc.array(entry, { minLength: nodes, maxLength: nodes });
  return fc.record({
    rows: fc.array(row, { minLength: reporters, maxLength: reporters }),
    left: fc.shuffledSubarray([...Array(reporters).keys()], {
      maxLength: reporters - Number(reportsNeeded(BigInt(reporters))),
    }),
    uptimeWeight: fc.bigInt({ min: ONE / 2n, max: 2n * ONE }),
    latencyWeight: fc.bigInt({ min: ONE / 2n, max: 2n * ONE }),
  });
}

/** Asserts what the oracle tells of the epoch. Twelve hours after its end. */
async function expectScores(fixture: Seated, reports: readonly SignedReport[]): Promise<void> {
  const { oracle, epoch } = fixture;
  const round = await readRound({ contracts: fixture, epoch });
  await nextAt(endOf(epoch) + 12n * HOUR);
  await expect(finalize(fixture, round, reports))
    .to.emit(oracle, "EpochFinalized")
    .withArgs(
      epoch,
      hashSeatedSet(round.set),
      hashConfiguration(round.configuration),
      bitsOf(reports),
      expectedScores(round, reports),
    );
}

describe("PerformanceOracle", () => {
  describe("finalize", () => {
    for (const size of [1, 4, 5, 7]) {
      it(`gives the scores that the helpers compute, with a committee of ${size}`, async () => {
        await fc.assert(
          fc.asyncProperty(matrix(size, 5), async ({ rows, left, uptimeWeight, latencyWeight }) => {
            const seated = await loadFixture(fiveNodes);
            const { score } = await configurationOf(seated, seated.epoch);
            const [first, second] = seated.nodes.map(({ operator }) => operator.address);
            // The first members belong to operators, of a committee of one nobody does.
            const owners = new Map(size === 1 ? [] : [[0, second!] as const, [1, first!] as const]);
            const fixture = await reconfigured(seated, {
              score: { ...score, uptimeWeight, latencyWeight },
              committee: committeeOf(seated, size, owners),
            });
            const round = await readRound({ contracts: fixture, epoch: fixture.epoch });
            const reports: SignedReport[] = [];
            for (const [index, row] of rows.entries()) {
              if (left.includes(index)) continue;
              const entries = new Map(row.map((value, node) => [round.set.operators[node]!, value]));
              const signer = signerOf(fixture, round, index);
              reports.push((await reportOf({ contracts: fixture, round, index, signer, entries })).signed);
            }
            await expectScores(fixture, reports);
          }),
          { numRuns: 10 },
        );
      });
    }

    for (const { title, peers, count, numRuns } of [
      { title: "5 peers", peers: fivePeers, count: 5, numRuns: 6 },
      { title: "21 peers", peers: allPeers, count: 21, numRuns: 2 },
      { title: "21 peers of whom six have most of the stake", peers: sixHeavyPeers, count: 21, numRuns: 3 },
    ]) {
      it(`gives the scores that the helpers compute, with ${title}`, async () => {
        await fc.assert(
          fc.asyncProperty(matrix(count, count), async ({ rows, left }) => {
            const fixture = await loadFixture(peers);
            const round = await readRound({ contracts: fixture, epoch: fixture.epoch });
            const reports = await committedReports({
              contracts: fixture,
              round,
              nodes: fixture.nodes,
              indices: [...rows.keys()].filter((index) => !left.includes(index)),
              entriesOf: (index) => new Map(rows[index]!.map((value, node) => [round.set.operators[node]!, value])),
            });
            await expectScores(fixture, reports);
          }),
          { numRuns },
        );
      });
    }

    describe("when the committee has one member, which belongs to a node's operator", () => {
      it("gives that node no score", async () => {
        const seated = await loadFixture(fiveNodes);
        const operator = seated.nodes[2]!.operator.address;
        const fixture = await reconfigured(seated, { committee: committeeOf(seated, 1, new Map([[0, operator]])) });
        const round = await readRound({ contracts: fixture, epoch: fixture.epoch });
        const reports = await committeeReports({ contracts: fixture, round });
        await afterEnd(fixture.epoch);
        await finalize(fixture, round, reports);
        const [event] = await fixture.oracle.queryFilter(fixture.oracle.filters.EpochFinalized(fixture.epoch));
        expect([...event!.args.scores]).to.deep.equal([ONE, ONE, NO_SCORE, ONE, ONE]);
      });
    });

    describe("when the committee has 32 members", () => {
      async function largestCommittee() {
        const seated = await fiveNodes();
        const members = Array.from({ length: 32 }, () => Wallet.createRandom());
        const committee = members.map(({ address }) => ({ reporter: address, operator: ZeroAddress }));
        return { ...(await reconfigured(seated, { committee })), members };
      }

      for (const { title, indices } of [
        { title: "all of them", indices: [...Array(32).keys()] },
        { title: "the last 22", indices: [...Array(22).keys()].map((index) => index + 10) },
      ]) {
        it(`takes the reports of ${title}`, async () => {
          const fixture = await loadFixture(largestCommittee);
          const round = await readRound({ contracts: fixture, epoch: fixture.epoch });
          const reports: SignedReport[] = [];
          for (const index of indices) {
            const rest = measured(1_200n + BigInt(index), 300n + BigInt(index));
            const signer = fixture.members[index]!;
            reports.push((await reportOf({ contracts: fixture, round, index, signer, rest })).signed);
          }
          await expectScores(fixture, reports);
        });
      }

      it("refuses 21 of them", async () => {
        const fixture = await loadFixture(largestCommittee);
        const round = await readRound({ contracts: fixture, epoch: fixture.epoch });
        const reports: SignedReport[] = [];
        for (let index = 0; index < 21; index += 1) {
          const signer = fixture.members[index]!;
          reports.push((await reportOf({ contracts: fixture, round, index, signer })).signed);
        }
        await nextAt(endOf(fixture.epoch) + 12n * HOUR);
        await expect(finalize(fixture, round, reports))
          .to.be.revertedWithCustomError(fixture.oracle, "QuorumMissing")
          .withArgs(21n, 22n);
      });
    });

    describe("with the measurements of the design's table", () => {
      const rows = [
        { successes: 1_438n, latencyMs: 250n, score: 998_611_111_111_111_111n, stays: true },
        { successes: 1_433n, latencyMs: 400n, score: 909_841_269_841_269_839n, stays: true },
        { successes: 1_426n, latencyMs: 585n, score: 800_710_317_460_317_459n, stays: true },
        { successes: 1_426n, latencyMs: 600n, score: 792_222_222_222_222_221n, stays: false },
        { successes: 1_152n, latencyMs: 250n, score: 800_000_000_000_000_000n, stays: true },
        { successes: 1_151n, latencyMs: 250n, score: 799_305_555_555_555_555n, stays: false },
        { successes: 1_440n, latencyMs: 600n, score: 800_000_000_000_000_000n, stays: true },
        { successes: 1_440n, latencyMs: 601n, score: 799_428_571_428_571_428n, stays: false },
        { successes: 1_440n, latencyMs: 2_000n, score: 0n, stays: false },
      ];

      async function tabulated() {
        const fixture = await allNodes();
        const round = await readRound({ contracts: fixture, epoch: fixture.epoch });
        const entries = new Map<string, Entry>(
          rows.map(({ successes, latencyMs }, index) => [
            fixture.nodes[index]!.operator.address,
            measured(successes, latencyMs),
          ]),
        );
        const reports = await committeeReports({ contracts: fixture, round, entries });
        await afterEnd(fixture.epoch);
        await finalize(fixture, round, reports);
        return { ...fixture, round };
      }

      for (const [index, { successes, latencyMs, score, stays }] of rows.entries()) {
        const title = `${String(successes)}/1440 at ${String(latencyMs)} ms`;
        it(`scores ${title} ${String(score)}: ${stays ? "stays" : "confined"}`, async () => {
          const { oracle, registry, nodes, round, epoch } = await loadFixture(tabulated);
          const { operator } = nodes[index]!;
          const [event] = await oracle.queryFilter(oracle.filters.EpochFinalized(epoch));
          expect(event!.args.scores[round.set.operators.indexOf(operator.address)]).to.equal(score);
          // The registry keeps nine places.
          expect((await registry.nodeOf(operator)).lastScore).to.equal(score - (score % 10n ** 9n));
          expect(await registry.statusOf(operator)).to.equal(stays ? Status.Active : Status.Confined);
        });
      }

      it("promotes a Reserved node for each that is confined", async () => {
        const { registry } = await loadFixture(tabulated);
        expect(await registry.counts()).to.deep.equal([15n, 2n, 4n, 0n]);
      });
    });

    describe("when no probe of a node succeeds", () => {
      it("scores it 0, with a latency worse than any other", async () => {
        const seated = await loadFixture(fiveNodes);
        const old = await configurationOf(seated, seated.epoch);
        // Up to 2^32 − 2 ms the latency is perfect.
        const score = { ...old.score, goodLatencyMs: NO_ANSWER - 1n, badLatencyMs: NO_ANSWER };
        const fixture = await reconfigured(seated, { score });
        const round = await readRound({ contracts: fixture, epoch: fixture.epoch });
        const [down, slow] = round.set.operators;
        const entries = new Map<string, Entry>([
          [down!, { successes: 0n, probes: 1n, latencySumMs: 0n }],
          [slow!, { successes: 1n, probes: 1n, latencySumMs: NO_ANSWER - 1n }],
        ]);
        const reports = await committeeReports({ contracts: fixture, round, entries });
        await afterEnd(fixture.epoch);
        await finalize(fixture, round, reports);
        const [event] = await fixture.oracle.queryFilter(fixture.oracle.filters.EpochFinalized(fixture.epoch));
        expect([...event!.args.scores]).to.deep.equal([0n, ONE, ONE, ONE, ONE]);
      });
    });

    describe("when the uptime and the latency come from different reporters", () => {
      it("takes the median of each", async () => {
        const fixture = await loadFixture(fiveNodes);
        const round = await readRound({ contracts: fixture, epoch: fixture.epoch });
        const operator = round.set.operators[0]!;
        const said = [
          measured(1_440n, 900n),
          measured(1_296n, 600n),
          measured(1_368n, 300n),
          measured(720n, 250n),
          measured(1_440n, 1_900n),
          measured(1_152n, 425n),
          PERFECT,
        ];
        const reports: SignedReport[] = [];
        for (const [index, value] of said.entries()) {
          const entries = new Map([[operator, value]]);
          const signer = signerOf(fixture, round, index);
          reports.push((await reportOf({ contracts: fixture, round, index, signer, entries })).signed);
        }
        await afterEnd(fixture.epoch);
        await finalize(fixture, round, reports);
        // The uptime of the third, 95 %, and the latency of the sixth, 425 ms: 0.95 · 0.9.
        expect((await fixture.registry.nodeOf(operator)).lastScore).to.equal(855_000_000_000_000_000n);
      });
    });

    describe("when the next epoch is finalized too", () => {
      it("replaces the scores", async () => {
        const first = await loadFixture(fiveNodes);
        const round = await readRound({ contracts: first, epoch: first.epoch });
        const operator = round.set.operators[0]!;
        const entries = new Map<string, Entry>([[operator, measured(1_296n)]]);
        await afterEnd(first.epoch);
        await finalize(first, round, await committeeReports({ contracts: first, round, entries }));
        expect((await first.registry.nodeOf(operator)).lastScore).to.equal((9n * ONE) / 10n);
        const second = await atNextNoon(first);
        const next = await readRound({ contracts: second, epoch: second.epoch });
        const reports = await committeeReports({ contracts: second, round: next });
        await afterEnd(second.epoch);
        await finalize(second, next, reports);
        expect((await second.registry.nodeOf(operator)).lastScore).to.equal(ONE);
      });
    });
  });
});
