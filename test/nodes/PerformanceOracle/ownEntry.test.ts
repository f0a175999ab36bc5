import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { planFinalization } from "../../../scripts/performance/planFinalization";
import { readRound } from "../../../scripts/performance/readRound";
import type { Measurement, SignedReportEnvelope } from "../../../scripts/performance/types";
import { PERFECT } from "../../support/reporting";
import { HOUR, nextAt, now } from "../../support/time";
import {
  commitTo,
  dataOf,
  endOf,
  envelopeOf,
  expectationOf,
  expectedScores,
  finalize,
  fivePeers,
  handedIn,
  scoresOf,
} from "./fixtures";

/** Who says something impossible of its own node, where nobody reads it. */
const ODD = 1;

/** In the first hour after the end: the oracle would take all five reports, if `liars` are none but {@link ODD}. */
async function reportedBy(liars: readonly number[]) {
  const fixture = await fivePeers();
  const { oracle, nodes, epoch } = fixture;
  const round = await readRound({ contracts: fixture, epoch });
  const impossible = { successes: 2n, probes: 1n, latencySumMs: 0n };
  const data = dataOf(round.set.operators.map((_, node) => (node === ODD ? impossible : (PERFECT as Measurement))));
  const envelopes: SignedReportEnvelope[] = [];
  const commitments = new Map<string, string>();
  for (const [index, { address }] of round.reporters.entries()) {
    const envelope = await envelopeOf({ contracts: fixture, round, index, ...(liars.includes(index) && { data }) });
    await commitTo(fixture, nodes.find(({ operator }) => operator.address === address)!.operator, envelope);
    envelopes.push(envelope);
    commitments.set(address, await oracle.commitmentAt(address, epoch));
  }
  await nextAt(endOf(epoch) + HOUR);
  await fixture.registry.update();
  return { ...fixture, round, envelopes, expected: await expectationOf(fixture, round, commitments) };
}

async function oddReported() {
  return reportedBy([ODD]);
}

/** Another one says the same of that node. */
async function anotherReported() {
  return reportedBy([ODD, ODD + 2]);
}

describe("PerformanceOracle", () => {
  describe("finalize", () => {
    describe("when a peer says something impossible of its own node, which nobody reads", () => {
      it("takes the report, and so do the helpers", async () => {
        const fixture = await loadFixture(oddReported);
        const { oracle, round, envelopes, expected, epoch } = fixture;
        const reports = envelopes.map(handedIn);
        const plan = planFinalization({ ...expected, envelopes, now: await now() });
        if (plan.kind !== "ready") return expect.fail(plan.kind);
        expect(plan.dropped).to.deep.equal([]);
        expect(plan.args[3]).to.deep.equal(reports);
        await oracle.finalize(...plan.args);
        expect(await scoresOf(fixture, epoch)).to.deep.equal(expectedScores(round, reports));
      });

      it("names another one that says it of that node", async () => {
        const fixture = await loadFixture(anotherReported);
        const { oracle, round, envelopes } = fixture;
        await expect(finalize(fixture, round, envelopes.map(handedIn)))
          .to.be.revertedWithCustomError(oracle, "ImpossibleData")
          .withArgs(round.reporters[ODD + 2]!.address, round.set.operators[ODD], 2, 1, 0);
      });
    });
  });
});
