import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { epochStart } from "../../scripts/performance/epoch";
import { type FinalizationPlan, planFinalization } from "../../scripts/performance/planFinalization";
import {
  DuplicateReporter,
  NonMember,
  type ReportErrorCode,
  WrongEpoch,
  WrongSigner,
} from "../../scripts/performance/ReportError";
import { type Entry, Phase, type SignedReportEnvelope } from "../../scripts/performance/types";
import { type Expectation, verifyReport } from "../../scripts/performance/verifyReport";
import type { IPerformanceOracle } from "../../typechain-types";
import { HOUR } from "../support/time";
import {
  committee,
  configuration,
  domain,
  EPOCH_MEASURED,
  everywhere,
  good,
  memberWallets,
  peersOf,
  seated,
  signedReport,
  walletOf,
} from "./fixture";

const set = seated(4);
const end = epochStart(EPOCH_MEASURED + 1n);

const expected: Expectation = {
  domain,
  epoch: EPOCH_MEASURED,
  phase: Phase.One,
  set,
  configuration,
  reporters: committee,
};

function plan(
  envelopes: readonly SignedReportEnvelope[],
  now: bigint,
  changed: Partial<Expectation> = {},
): FinalizationPlan {
  return planFinalization({ ...expected, now, envelopes, ...changed });
}

/** The reports of these members. */
function reportsOf(indices: readonly number[], measurements?: ReadonlyMap<string, Entry>) {
  return Promise.all(
    indices.map((index) => signedReport({ reporter: committee[index], ...(measurements ? { measurements } : {}) })),
  );
}

/** The indices of the reports that are ready. */
function readyIndices(result: FinalizationPlan): number[] {
  if (result.kind !== "ready") return expect.fail(`not ready: ${result.kind}`);
  return result.args[3].map(({ index }) => Number(index));
}

/** The errors of the reports that were left out. */
function dropped({ dropped }: FinalizationPlan): ReportErrorCode[] {
  return dropped.map(({ error }) => error.code);
}

const everybody = [0, 1, 2, 3, 4, 5, 6];

describe("planFinalization", () => {
  it("gives the arguments of the oracle's finalize", async () => {
    const envelopes = await reportsOf(everybody);
    const result = plan(envelopes, end);
    if (result.kind !== "ready") return expect.fail(result.kind);
    // They are typed as the contract takes them.
    const args: Parameters<IPerformanceOracle["finalize"]["staticCall"]> = result.args;
    expect(args).to.deep.equal([
      EPOCH_MEASURED,
      set,
      configuration,
      envelopes.map(({ data, signature }, index) => ({ index: BigInt(index), data, signature })),
      // 1,438 of 1,440 probes and 250 ms, four times.
      `0x${"0ddbc783c28931c7000000fa".repeat(4)}`,
    ]);
    expect(result.dropped).to.deep.equal([]);
  });

  it("puts reports into the order of their indices", async () => {
    expect(readyIndices(plan(await reportsOf([6, 2, 0, 5, 1, 4, 3]), end))).to.deep.equal(everybody);
  });

  describe("with all reports", () => {
    for (const [title, now, kind] of [
      ["waits for the end of the epoch", end - 1n, "tooEarly"],
      ["is ready at the end", end, "ready"],
      ["is ready in the last second", end + 24n * HOUR - 1n, "ready"],
      ["is missed 24 hours after the end", end + 24n * HOUR, "missed"],
    ] as const) {
      it(title, async () => {
        expect(plan(await reportsOf(everybody), now).kind).to.equal(kind);
      });
    }

    it("is ready at the end also if nodes lack data", async () => {
      expect(readyIndices(plan(await reportsOf(everybody, new Map()), end))).to.deep.equal(everybody);
    });
  });

  describe("with a quorum", () => {
    const quorum = [1, 2, 4, 5, 6];

    it("waits for 6 hours", async () => {
      for (const now of [end, end + 6n * HOUR - 1n]) {
        expect(plan(await reportsOf(quorum), now)).to.deep.equal({
          kind: "tooEarly",
          from: end + 6n * HOUR,
          given: 5n,
          needed: 5n,
          dropped: [],
        });
      }
    });

    it("is ready after 6 hours, if every node has data", async () => {
      expect(readyIndices(plan(await reportsOf(quorum), end + 6n * HOUR))).to.deep.equal(quorum);
    });

    it("waits for 12 hours, if a node lacks data", async () => {
      const [lacking, ...others] = set.operators;
      const measurements = new Map(others.map((operator) => [operator, good]));
      const envelopes = [...(await reportsOf(quorum.slice(1))), ...(await reportsOf([1], measurements))];
      for (const now of [end + 6n * HOUR, end + 12n * HOUR - 1n]) {
        expect(plan(envelopes, now)).to.deep.equal({
          kind: "dataMissing",
          nodes: [{ operator: lacking, given: 4n, needed: 5n }],
          from: end + 12n * HOUR,
          dropped: [],
        });
      }
      expect(readyIndices(plan(envelopes, end + 12n * HOUR))).to.deep.equal(quorum);
    });

    it("lacks data on the node of a member's operator, if that member is one of them", async () => {
      const result = plan(await reportsOf([0, 1, 2, 3, 4]), end + 6n * HOUR);
      expect(result).to.deep.include({ kind: "dataMissing" });
      expect(result).to.have.deep.nested.property("nodes", [{ operator: set.operators[0], given: 4n, needed: 5n }]);
    });

    it("takes all that there are", async () => {
      expect(readyIndices(plan(await reportsOf([0, 1, 2, 3, 4, 5]), end + 6n * HOUR))).to.deep.equal([
        0, 1, 2, 3, 4, 5,
      ]);
    });

    it("takes valid reports whatever they say", async () => {
      const nothing = { successes: 0n, probes: 1n, latencySumMs: 0n };
      const envelopes = [...(await reportsOf([1, 2, 3, 4])), ...(await reportsOf([5], everywhere(set, nothing)))];
      expect(readyIndices(plan(envelopes, end + 6n * HOUR))).to.deep.equal([1, 2, 3, 4, 5]);
    });
  });

  it("tells how many reports are missing", async () => {
    const envelopes = await reportsOf([0, 1, 2, 3]);
    expect(plan(envelopes, end + 6n * HOUR)).to.deep.equal({
      kind: "quorumMissing",
      given: 4n,
      needed: 5n,
      until: end + 24n * HOUR,
      dropped: [],
    });
    expect(plan(envelopes, end + 24n * HOUR)).to.deep.equal({ kind: "missed", since: end + 24n * HOUR, dropped: [] });
  });

  it("has nothing to finalize if nobody was seated", async () => {
    const envelopes = await Promise.all(
      everybody.map((index) => signedReport({ set: seated(0), reporter: committee[index] })),
    );
    expect(plan(envelopes, end, { set: seated(0) })).to.deep.equal({ kind: "nobodySeated", dropped: [] });
  });

  it("is not ready without reporters", () => {
    expect(plan([], end + 6n * HOUR, { reporters: [] })).to.deep.include({ kind: "quorumMissing", needed: 1n });
  });

  describe("leaves out", () => {
    it("reports that cannot be used, and says why", async () => {
      const stranger = walletOf("stranger");
      const outsider = { ...committee[1]!, address: stranger.address, operator: ZeroAddress };
      const bad = [
        await signedReport({ epoch: EPOCH_MEASURED - 1n }),
        await signedReport({ signer: memberWallets[2] }),
        await signedReport({ reporter: outsider, signer: stranger }),
      ];
      const result = plan([...bad, ...(await reportsOf(everybody))], end);
      expect(readyIndices(result)).to.deep.equal(everybody);
      expect(result.dropped.map(({ envelope }) => envelope)).to.deep.equal(bad);
      for (const [index, ErrorClass] of [WrongEpoch, WrongSigner, NonMember].entries()) {
        expect(result.dropped[index]!.error).to.be.instanceOf(ErrorClass);
      }
    });

    it("a report that came before", async () => {
      const envelopes = await reportsOf(everybody);
      const result = plan([...envelopes, envelopes[3]!], end);
      expect(readyIndices(result)).to.deep.equal(everybody);
      expect(dropped(result)).to.deep.equal(["duplicateReporter"]);
    });

    it("the second of two different reports, and tells them apart", async () => {
      const envelopes = await reportsOf(everybody);
      const [other] = await reportsOf([3], new Map());
      const result = plan([...envelopes, other!], end);
      if (result.kind !== "ready") return expect.fail(result.kind);
      expect(result.args[3][3]!.data).to.equal(envelopes[3]!.data);
      const { error } = result.dropped[0]!;
      if (!(error instanceof DuplicateReporter)) return expect.fail(error.message);
      expect(error.details.digest).not.to.equal(error.details.firstDigest);
    });

    it("nothing twice for the quorum", async () => {
      const envelopes = await reportsOf([0, 1, 2, 3]);
      expect(plan([...envelopes, ...envelopes], end + 6n * HOUR)).to.deep.include({ kind: "quorumMissing", given: 4n });
    });
  });

  it("does not hide what went wrong elsewhere", async () => {
    const [envelope] = await reportsOf([0]);
    const broken = { ...envelope!, data: "data" };
    expect(() => plan([broken], end)).to.throw(TypeError, "invalid BytesLike value");
  });

  describe("in Phase 2", () => {
    const { keys, reporters } = peersOf(set);
    const ofPeers = { phase: Phase.Two, reporters };

    async function peerReports(measurements?: ReadonlyMap<string, Entry>) {
      return Promise.all(
        reporters.map((reporter, index) =>
          signedReport({
            phase: Phase.Two,
            reporter,
            signer: keys[index],
            ...(measurements ? { measurements } : {}),
          }),
        ),
      );
    }

    function commitmentsTo(envelopes: readonly SignedReportEnvelope[]): Map<string, string> {
      return new Map(
        envelopes.map((envelope) => {
          const { reporter, commitment } = verifyReport({ envelope, expected: { ...expected, ...ofPeers } });
          return [reporter.address, commitment];
        }),
      );
    }

    it("is ready at the end with all reports that were committed to", async () => {
      const envelopes = await peerReports();
      const commitments = commitmentsTo(envelopes);
      expect(readyIndices(plan(envelopes, end, { ...ofPeers, commitments }))).to.deep.equal([0, 1, 2, 3]);
    });

    it("takes nothing without commitments", async () => {
      const result = plan(await peerReports(), end + 6n * HOUR, ofPeers);
      expect(result).to.deep.include({ kind: "quorumMissing", given: 0n, needed: 3n });
      expect(dropped(result)).to.deep.equal(Array(4).fill("wrongCommitment"));
    });

    it("takes of two reports the one that was committed to, whichever came first", async () => {
      const envelopes = await peerReports();
      const [other] = await peerReports(new Map());
      const result = plan([other!, ...envelopes], end, { ...ofPeers, commitments: commitmentsTo(envelopes) });
      if (result.kind !== "ready") return expect.fail(result.kind);
      expect(result.args[3][0]!.data).to.equal(envelopes[0]!.data);
      expect(dropped(result)).to.deep.equal(["wrongCommitment"]);
    });

    it("waits for 12 hours, if too few of its peers have data on a node, or no more than two thirds of them", async () => {
      const [lacking, ...others] = set.operators;
      const envelopes = [
        ...(await peerReports()).slice(0, 2),
        ...(await peerReports(new Map(others.map((operator) => [operator, good])))).slice(2, 3),
      ];
      const changed = { ...ofPeers, commitments: commitmentsTo(envelopes) };
      const result = plan(envelopes, end + 6n * HOUR, changed);
      expect(result).to.deep.include({ kind: "dataMissing", from: end + 12n * HOUR });
      // Two of three peers are enough, but not before, because one of them could be half of them.
      const bare = others.slice(0, 2).map((operator) => ({ operator, given: 2n, needed: 2n }));
      expect(result).to.have.deep.nested.property("nodes", [{ operator: lacking, given: 1n, needed: 2n }, ...bare]);
      expect(readyIndices(plan(envelopes, end + 12n * HOUR, changed))).to.deep.equal([0, 1, 2]);
    });
  });
});
