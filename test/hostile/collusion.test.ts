import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { reportsNeeded } from "../../scripts/performance/quorum";
import { readRound } from "../../scripts/performance/readRound";
import { ONE } from "../../scripts/performance/score";
import type { Entry, SignedReport } from "../../scripts/performance/types";
import { endOf, finalize, inPhaseTwo, scoresOf, type Seated } from "../nodes/PerformanceOracle/fixtures";
import { seatedNodes } from "../support/nodes";
import { committedReports, DOWN, PERFECT } from "../support/reporting";
import { HOUR, nextAt } from "../support/time";

/** Equal nodes that measure each other, 3f + 1 of them. */
async function fourPeers(): Promise<Seated> {
  return inPhaseTwo(await seatedNodes({ count: 4, step: 0n }));
}

async function sevenPeers(): Promise<Seated> {
  return inPhaseTwo(await seatedNodes({ count: 7, step: 0n }));
}

async function thirteenPeers(): Promise<Seated> {
  return inPhaseTwo(await seatedNodes({ count: 13, step: 0n }));
}

/**
 * The score of the first node of the set when, 6 hours after the end, the chosen reports are handed in: `liars` others say
 * `lie` of it, the rest `truth`. Undefined if the choice is refused, so that others can hand in more.
 */
async function scoreByChoice(
  contracts: Seated,
  options: { liars: number; lie: Entry; truth: Entry; choose: (reports: SignedReport[]) => SignedReport[] },
): Promise<bigint | undefined> {
  const { liars, lie, truth, choose } = options;
  const { oracle } = contracts;
  const round = await readRound({ contracts, epoch: contracts.epoch });
  const victim = round.set.operators[0]!;
  const reports = await committedReports({
    contracts,
    round,
    nodes: contracts.nodes,
    entriesOf: (index) => new Map([[victim, index >= 1 && index <= liars ? lie : truth]]),
  });
  await nextAt(endOf(contracts.epoch) + 6n * HOUR);
  const sent = finalize(contracts, round, choose(reports));
  const isTaken = await sent.then(
    () => true,
    () => false,
  );
  if (isTaken) return (await scoresOf(contracts, contracts.epoch))[0];
  await expect(sent).to.be.revertedWithCustomError(oracle, "DataMissing");
  return undefined;
}

/** As many as a quorum needs, from the first on: the victim's own, which says nothing of it, the liars', and others. */
function withVictim(reports: SignedReport[]): SignedReport[] {
  return reports.slice(0, Number(reportsNeeded(BigInt(reports.length))));
}

/** The same without the victim's own report. */
function withoutVictim(reports: SignedReport[]): SignedReport[] {
  return reports.slice(1, Number(reportsNeeded(BigInt(reports.length))) + 1);
}

describe("PerformanceOracle", () => {
  describe("in Phase 2, with f of 3f + 1 equal peers that collude and choose whose reports are used", () => {
    for (const [title, peers, liars] of [
      ["1 of 4", fourPeers, 1],
      ["2 of 7", sevenPeers, 2],
      ["4 of 13", thirteenPeers, 4],
    ] as const) {
      for (const [choice, choose] of [
        ["with its own report", withVictim],
        ["without its own report", withoutVictim],
      ] as const) {
        it(`does not let ${title} frame a node, ${choice}`, async () => {
          const contracts = await loadFixture(peers);
          const score = await scoreByChoice(contracts, { liars, lie: DOWN, truth: PERFECT, choose });
          expect(score ?? ONE).to.equal(ONE);
        });

        it(`does not let ${title} shield a node that is down, ${choice}`, async () => {
          const contracts = await loadFixture(peers);
          const score = await scoreByChoice(contracts, { liars, lie: PERFECT, truth: DOWN, choose });
          expect(score ?? 0n).to.equal(0n);
        });
      }

      it(`lets ${title} that are silent keep nobody from being paid: from 12 hours on two thirds are enough`, async () => {
        const contracts = await loadFixture(peers);
        const { oracle, nodes, epoch } = contracts;
        const round = await readRound({ contracts, epoch });
        const indices = [...nodes.keys()].slice(liars);
        const reports = await committedReports({ contracts, round, nodes, indices });
        const noon = endOf(epoch) + 12n * HOUR;
        await nextAt(noon - 1n);
        // Of those who reported, exactly two thirds of the peers did.
        await expect(finalize(contracts, round, reports))
          .to.be.revertedWithCustomError(oracle, "DataMissing")
          .withArgs(round.set.operators[liars], 2 * liars, noon);
        await nextAt(noon);
        await finalize(contracts, round, reports);
        expect(await scoresOf(contracts, epoch)).to.deep.equal(nodes.map(() => ONE));
      });
    }
  });
});
