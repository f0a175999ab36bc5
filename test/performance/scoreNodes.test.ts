import { expect } from "chai";
import fc from "fast-check";
import { encodeMeasurements } from "../../scripts/performance/encodeMeasurements";
import { listReporters } from "../../scripts/performance/listReporters";
import { SuccessesAboveProbes } from "../../scripts/performance/ReportError";
import { NO_ANSWER, ONE } from "../../scripts/performance/score";
import { NO_SCORE, scoreNodes } from "../../scripts/performance/scoreNodes";
import { type Entry, NO_DATA, Phase, type SeatedSet } from "../../scripts/performance/types";
import { WCT } from "../support/amounts";
import { addressOf, committee, configuration, peersOf, seated } from "./fixture";

const { score: parameters } = configuration;

/** Of 1,000 probes so many succeeded, each in so many ms. */
function probed(successes: bigint, latencyMs = 100n): Entry {
  return { successes, probes: 1_000n, latencySumMs: successes * latencyMs };
}

/** The score of a node with this uptime, in thousandths, that is fast. */
function scoreOf(thousandths: bigint): bigint {
  return (thousandths * ONE) / 1_000n;
}

/** A report whose entries are given in the order of the set; none for nobody's. */
function reportsOf(set: SeatedSet, rows: readonly (readonly Entry[] | undefined)[]) {
  return rows.flatMap((entries, index) =>
    entries ? [{ index: BigInt(index), data: encodeMeasurements({ operators: set.operators, entries }) }] : [],
  );
}

/** Phase 1: a row per member of the committee. */
function scoredByCommittee(set: SeatedSet, rows: readonly (readonly Entry[] | undefined)[], reporters = committee) {
  return scoreNodes({ phase: Phase.One, set, parameters, reporters, reports: reportsOf(set, rows) });
}

/** Phase 2: a row per node. */
function scoredByPeers(set: SeatedSet, rows: readonly (readonly Entry[] | undefined)[], weights?: readonly bigint[]) {
  const { reporters } = peersOf(set, weights);
  return scoreNodes({ phase: Phase.Two, set, parameters, reporters, reports: reportsOf(set, rows) });
}

const inPhaseOne = { phase: Phase.One, parameters, reporters: committee };

/** Two successes of one probe, as data. */
const IMPOSSIBLE = "0002000100000000";

/** The same entry of each of the rows for a single node that no member belongs to. */
const lone: SeatedSet = { active: 1n, reserved: 0n, operators: [addressOf("lone")] };

describe("scoreNodes", () => {
  describe("in Phase 1", () => {
    it("takes the median of the members", () => {
      const rows = [1_000n, 0n, 990n, 950n, 980n, 970n, 960n].map((ok) => [probed(ok)]);
      expect(scoredByCommittee(lone, rows)).to.deep.equal([
        {
          operator: lone.operators[0],
          score: scoreOf(970n),
          medians: { uptime: scoreOf(970n), latencyMs: 100n },
          given: 7n,
          needed: 5n,
          isBare: false,
        },
      ]);
    });

    it("takes the medians of uptime and latency each by itself", () => {
      const rows = [
        [probed(1_000n, 300n)],
        [probed(990n, 200n)],
        [probed(980n, 100n)],
        [probed(970n, 500n)],
        [probed(960n, 400n)],
      ];
      expect(scoredByCommittee(lone, rows)[0]!.medians).to.deep.equal({ uptime: scoreOf(980n), latencyMs: 300n });
    });

    it("decides an even split in the node's favour", () => {
      const rows = [
        [probed(900n, 100n)],
        [probed(900n, 100n)],
        [probed(900n, 100n)],
        [probed(600n, 900n)],
        [probed(600n, 900n)],
        [probed(600n, 900n)],
      ];
      expect(scoredByCommittee(lone, rows)[0]!.medians).to.deep.equal({ uptime: scoreOf(900n), latencyMs: 100n });
    });

    it("takes no answer for the greatest latency", () => {
      const none = { successes: 0n, probes: 10n, latencySumMs: 0n };
      const most = scoredByCommittee(lone, [[none], [none], [none], [probed(1_000n)], [probed(1_000n)]]);
      expect(most[0]).to.deep.include({ score: 0n, medians: { uptime: 0n, latencyMs: NO_ANSWER } });
      const few = scoredByCommittee(lone, [[none], [none], [probed(900n)], [probed(1_000n)], [probed(1_000n)]]);
      expect(few[0]).to.deep.include({ score: scoreOf(900n), medians: { uptime: scoreOf(900n), latencyMs: 100n } });
    });

    it("leaves out who has no data", () => {
      const rows: Entry[][] = [
        [NO_DATA],
        [probed(900n)],
        [probed(900n)],
        [probed(800n)],
        [probed(700n)],
        [probed(700n)],
        [NO_DATA],
      ];
      expect(scoredByCommittee(lone, rows)[0]).to.deep.include({ score: scoreOf(800n), given: 5n, needed: 5n });
    });

    it("has no score below 2f + 1 values", () => {
      const rows: Entry[][] = [[NO_DATA], [probed(900n)], [probed(900n)], [probed(900n)], [probed(900n)]];
      expect(scoredByCommittee(lone, rows)).to.deep.equal([
        { operator: lone.operators[0], score: NO_SCORE, medians: undefined, given: 4n, needed: 5n, isBare: false },
      ]);
    });

    it("leaves out a member where it would score its own operator's node", () => {
      const set = seated(2);
      const rows = committee.map((_, index) => (index === 0 ? [probed(0n), probed(0n)] : [probed(900n), probed(900n)]));
      const [own, other] = scoredByCommittee(set, rows);
      expect(own).to.deep.include({ score: scoreOf(900n), given: 6n });
      expect(other).to.deep.include({ score: scoreOf(900n), given: 7n });
    });

    it("does not count that member for the data either", () => {
      const set = seated(2);
      const rows = committee.slice(0, 5).map(() => [probed(900n), probed(900n)]);
      const [own, other] = scoredByCommittee(set, rows);
      expect(own).to.deep.include({ score: NO_SCORE, given: 4n, needed: 5n });
      expect(other).to.deep.include({ score: scoreOf(900n), given: 5n, needed: 5n });
    });

    it("takes whatever a member says of its own operator's node, also if it cannot be", () => {
      const set = seated(2);
      const reports = reportsOf(
        set,
        committee.map(() => [probed(900n), probed(900n)]),
      );
      const impossible = { index: 0n, data: `0x${IMPOSSIBLE}${"00".repeat(8)}` };
      const [own, other] = scoreNodes({ ...inPhaseOne, set, reports: [impossible, ...reports.slice(1)] });
      expect(own).to.deep.include({ score: scoreOf(900n), given: 6n });
      expect(other).to.deep.include({ score: scoreOf(900n), given: 6n });
    });

    it("refuses the same of another node", () => {
      const set = seated(2);
      for (const { index, data } of [
        { index: 0n, data: `0x${"00".repeat(8)}${IMPOSSIBLE}` },
        { index: 1n, data: `0x${IMPOSSIBLE}${"00".repeat(8)}` },
      ]) {
        expect(() => scoreNodes({ ...inPhaseOne, set, reports: [{ index, data }] })).to.throw(SuccessesAboveProbes);
      }
    });

    it("needs a single value of a committee of one", () => {
      const reporters = listReporters({
        phase: Phase.One,
        configuration: { committee: configuration.committee.slice(1, 2) },
      });
      expect(scoredByCommittee(lone, [[probed(900n)]], reporters)[0]).to.deep.include({ score: scoreOf(900n) });
      expect(scoredByCommittee(lone, [[NO_DATA]], reporters)[0]).to.deep.include({ score: NO_SCORE, needed: 1n });
    });

    it("has a score per node, in the order of the set", () => {
      const set = seated(3, 2);
      const rows = committee.map(() => [900n, 800n, 700n, 600n, 500n].map((ok) => probed(ok)));
      expect(scoredByCommittee(set, rows).map(({ score }) => score)).to.deep.equal(
        [900n, 800n, 700n, 600n, 500n].map(scoreOf),
      );
    });

    it("refuses an index that no reporter has", () => {
      const data = encodeMeasurements({ operators: lone.operators, entries: [NO_DATA] });
      expect(() => scoreNodes({ ...inPhaseOne, set: lone, reports: [{ index: 7n, data }] })).to.throw(
        RangeError,
        "there is no reporter 7, there are 7",
      );
    });

    it("lies among the honest values whatever f members say, whichever quorum is handed in", () => {
      const ok = fc.bigInt({ min: 0n, max: 1_000n });
      const members = fc.array(ok, { minLength: 7, maxLength: 7 });
      const chosen = fc.subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 5 });
      const liars = fc.subarray([0, 1, 2, 3, 4, 5, 6], { maxLength: 2 });
      fc.assert(
        fc.property(members, chosen, liars, (values, chosen, liars) => {
          const rows = values.map((value, index) => (chosen.includes(index) ? [probed(value)] : undefined));
          const { uptime } = scoredByCommittee(lone, rows)[0]!.medians!;
          const honest = values.filter((_, index) => !liars.includes(index)).map(scoreOf);
          expect(honest.some((value) => value <= uptime) && honest.some((value) => value >= uptime)).to.equal(true);
        }),
      );
    });
  });

  describe("in Phase 2", () => {
    const set = seated(5);

    it("takes the median of a node's peers and ignores what it says of itself", () => {
      const rows = set.operators.map((_, reporter) =>
        set.operators.map((_, node) => (reporter === node ? probed(0n) : probed(900n))),
      );
      for (const { score, given } of scoredByPeers(set, rows)) {
        expect(score).to.equal(scoreOf(900n));
        expect(given).to.equal(4n);
      }
    });

    it("takes whatever a node says of itself, also if it cannot be, and refuses it of a peer", () => {
      const { reporters } = peersOf(set);
      const rest = reportsOf(set, [undefined, ...Array<Entry[]>(4).fill(set.operators.map(() => probed(900n)))]);
      const scored = (data: string) =>
        scoreNodes({ phase: Phase.Two, set, parameters, reporters, reports: [{ index: 0n, data }, ...rest] });
      expect(scored(`0x${IMPOSSIBLE}${"00".repeat(32)}`).map(({ given }) => given)).to.deep.equal([4n, 3n, 3n, 3n, 3n]);
      expect(() => scored(`0x${"00".repeat(32)}${IMPOSSIBLE}`)).to.throw(SuccessesAboveProbes);
    });

    it("weighs peers by their stake weight, each at most 10 % of all", () => {
      // 40 nodes do not exist, so most weights lie above 10 %: they all count as that, the small ones as they are.
      const nodes = seated(6);
      const rows = [1_000n, 1_000n, 500n, 500n, 500n, 500n].map((ok) => nodes.operators.map(() => probed(ok)));
      const medianOfLast = (weights: readonly bigint[]) => scoredByPeers(nodes, rows, weights)[5]!.score;
      // Of 100 at most 10 each: 20 against 10 + 3 + 3.
      expect(medianOfLast([40n, 30n, 14n, 3n, 3n, 10n].map((weight) => weight * WCT))).to.equal(scoreOf(1_000n));
      // 20 against 10 + 10 + 3.
      expect(medianOfLast([40n, 27n, 10n, 10n, 3n, 10n].map((weight) => weight * WCT))).to.equal(scoreOf(500n));
      // 20 against 20: in the node's favour.
      expect(medianOfLast([40n, 30n, 10n, 5n, 5n, 10n].map((weight) => weight * WCT))).to.equal(scoreOf(1_000n));
    });

    it("rounds the cap down", () => {
      const nodes = seated(3);
      const rows = [1_000n, 500n, 0n].map((ok) => nodes.operators.map(() => probed(ok)));
      // A tenth of 109 wei is 10 wei: 10 against 10 in the node's favour, not 10.9 against 10.
      expect(scoredByPeers(nodes, rows, [10n, 89n, 10n])[2]!.score).to.equal(scoreOf(1_000n));
    });

    for (const [nodes, given] of [
      [2, 1],
      [3, 2],
      [4, 2],
      [5, 3],
      [21, 14],
    ] as const) {
      it(`needs ${given} of the ${nodes - 1} peers of ${nodes} nodes of equal weight: two thirds`, () => {
        const all = seated(nodes);
        const rowsOf = (reporting: number) =>
          all.operators.map((_, index) => (index < reporting ? all.operators.map(() => probed(900n)) : undefined));
        expect(scoredByPeers(all, rowsOf(given))[nodes - 1]).to.deep.include({
          score: scoreOf(900n),
          given: BigInt(given),
        });
        expect(scoredByPeers(all, rowsOf(given - 1))[nodes - 1]).to.deep.include({
          score: NO_SCORE,
          given: BigInt(given - 1),
        });
      });
    }

    it("needs half of the peers by number, however much the others weigh", () => {
      const all = seated(21);
      // Nine of 10 % each, the others next to nothing.
      const weights = all.operators.map((_, index) => (index < 9 ? 1_000n * WCT : WCT));
      const rowsOf = (reporting: number) =>
        all.operators.map((_, index) => (index < reporting ? all.operators.map(() => probed(900n)) : undefined));
      expect(scoredByPeers(all, rowsOf(9), weights)[20]).to.deep.include({ score: NO_SCORE, given: 9n, needed: 10n });
      expect(scoredByPeers(all, rowsOf(10), weights)[20]).to.deep.include({ score: scoreOf(900n), given: 10n });
    });

    it("has no score without the heavy peers, whoever else reports", () => {
      const all = seated(21);
      const weights = all.operators.map((_, index) => (index < 6 ? 1_000n : index < 12 ? 360n : 204n) * WCT);
      const rows = all.operators.map((_, index) =>
        index < 6 ? undefined : all.operators.map(() => probed(index < 12 ? 0n : 1_000n)),
      );
      for (const { score } of scoredByPeers(all, rows, weights)) expect(score).to.equal(NO_SCORE);
    });

    it("has no score for a single node", () => {
      expect(scoredByPeers(seated(1), [[probed(1_000n)]])[0]).to.deep.include({ score: NO_SCORE, given: 0n });
    });

    it("has no score if nobody who reports weighs anything", () => {
      const rows = set.operators.map(() => set.operators.map(() => probed(900n)));
      // A tenth of 9 wei is none.
      for (const weights of [
        [0n, 0n, 0n, 0n, 0n],
        [9n, 0n, 0n, 0n, 0n],
      ]) {
        for (const { score } of scoredByPeers(set, rows, weights)) expect(score).to.equal(NO_SCORE);
      }
    });

    it("lies among the honest values if all report and the lies weigh less than half of what counts", () => {
      const nodes = seated(12);
      const rows = fc.array(fc.bigInt({ min: 0n, max: 1_000n }), { minLength: 12, maxLength: 12 });
      const weights = fc.array(fc.bigInt({ min: 1n, max: 1_000n }), { minLength: 12, maxLength: 12 });
      const liars = fc.subarray([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], { maxLength: 5 });
      fc.assert(
        fc.property(rows, weights, liars, (values, weights, liars) => {
          const cap = weights.reduce((sum, weight) => sum + weight) / 10n;
          const capped = weights.slice(0, 11).map((weight) => (weight < cap ? weight : cap));
          const lying = liars.reduce((sum, index) => sum + capped[index]!, 0n);
          fc.pre(2n * lying < capped.reduce((sum, weight) => sum + weight));
          const { uptime } = scoredByPeers(
            nodes,
            values.map((value) => nodes.operators.map(() => probed(value))),
            weights,
          )[11]!.medians!;
          const honest = values
            .slice(0, 11)
            .filter((_, index) => !liars.includes(index))
            .map(scoreOf);
          expect(honest.some((value) => value <= uptime) && honest.some((value) => value >= uptime)).to.equal(true);
        }),
      );
    });
  });
});
