import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { dataSlice, hexlify, Wallet, ZeroHash } from "ethers";
import { hashConfiguration } from "../../../scripts/performance/hashConfiguration";
import { hashSeatedSet } from "../../../scripts/performance/hashSeatedSet";
import { planFinalization } from "../../../scripts/performance/planFinalization";
import { recoverSigner } from "../../../scripts/performance/recoverSigner";
import {
  DuplicateReporter,
  InvalidSignature,
  LatenciesWithoutSuccesses,
  MalleableSignature,
  NonMember,
  StaleConfiguration,
  SuccessesAboveProbes,
  UnknownNode,
  WrongChain,
  WrongContract,
  WrongDataLength,
  WrongEpoch,
  WrongPhase,
  WrongSet,
  WrongSignatureLength,
  WrongSigner,
  ZeroSignature,
} from "../../../scripts/performance/ReportError";
import { buildReport } from "../../../scripts/performance/buildReport";
import {
  type Domain,
  type Measurement,
  Phase,
  type Report,
  type SignedReportEnvelope,
} from "../../../scripts/performance/types";
import { verifyReport } from "../../../scripts/performance/verifyReport";
import { flipped } from "../../performance/signatures";
import { raises } from "../../performance/raises";
import { readRound } from "../../../scripts/performance/readRound";
import { committeeReports, PERFECT } from "../../support/reporting";
import { HOUR, nextAt } from "../../support/time";
import { dataOf, digestExpected, domainOf, endOf, envelopeOf, expectationOf, finalize, fiveNodes } from "./fixtures";

/** Whose report is bad. */
const BAD = 3;

/** An hour after the end of the epoch, with seven reports that are right in all things. */
async function reported() {
  const fixture = await fiveNodes();
  const round = await readRound({ contracts: fixture, epoch: fixture.epoch });
  const reports = await committeeReports({ contracts: fixture, round });
  const expected = await expectationOf(fixture, round);
  const { oracle } = fixture;
  await nextAt(endOf(fixture.epoch) + HOUR);
  await fixture.registry.update();
  const reporter = round.reporters[BAD]!.address;
  return { ...fixture, round, reports, expected, reporter, errors: oracle };
}

type Reported = Awaited<ReturnType<typeof reported>>;

/** Hands in all reports, with one in place of the right one. */
function handIn(fixture: Reported, { data, signature }: Pick<SignedReportEnvelope, "data" | "signature">) {
  const reports = fixture.reports.map((report, index) => (index === BAD ? { ...report, data, signature } : report));
  return finalize(fixture, fixture.round, reports);
}

function badEnvelope(fixture: Reported, change: Partial<Parameters<typeof envelopeOf>[0]>) {
  return envelopeOf({ contracts: fixture, round: fixture.round, index: BAD, ...change });
}

/** The chain sees a signature of somebody else. */
async function expectForeign(fixture: Reported, envelope: SignedReportEnvelope): Promise<void> {
  const { oracle, round, reporter } = fixture;
  const { data, signature } = envelope;
  const digest = await digestExpected({ contracts: fixture, round, index: BAD, data });
  const signer = recoverSigner({ digest, signature });
  expect(signer).not.to.equal(reporter);
  await expect(handIn(fixture, envelope))
    .to.be.revertedWithCustomError(oracle, "WrongSigner")
    .withArgs(reporter, signer);
}

describe("PerformanceOracle", () => {
  describe("finalize", () => {
    it("takes the reports that these tests spoil", async () => {
      const fixture = await loadFixture(reported);
      await expect(handIn(fixture, fixture.reports[BAD]!)).to.emit(fixture.oracle, "EpochFinalized");
    });

    describe("when numbers cannot be", () => {
      const impossible: { title: string; entry: Measurement; raise: (operator: string, act: () => unknown) => void }[] =
        [
          {
            title: "more successes than probes",
            entry: { successes: 1_441n, probes: 1_440n, latencySumMs: 1n },
            raise: (operator, act) => {
              raises(SuccessesAboveProbes, { operator, successes: 1_441n, probes: 1_440n }, act);
            },
          },
          {
            title: "successes without probes",
            entry: { successes: 1n, probes: 0n, latencySumMs: 0n },
            raise: (operator, act) => {
              raises(SuccessesAboveProbes, { operator, successes: 1n, probes: 0n }, act);
            },
          },
          {
            title: "the most successes and one probe less",
            entry: { successes: 65_535n, probes: 65_534n, latencySumMs: 2n ** 32n - 1n },
            raise: (operator, act) => {
              raises(SuccessesAboveProbes, { operator, successes: 65_535n, probes: 65_534n }, act);
            },
          },
          {
            title: "latencies without successes",
            entry: { successes: 0n, probes: 1_440n, latencySumMs: 1n },
            raise: (operator, act) => {
              raises(LatenciesWithoutSuccesses, { operator, latencySumMs: 1n }, act);
            },
          },
          {
            title: "latencies without probes",
            entry: { successes: 0n, probes: 0n, latencySumMs: 2n ** 32n - 1n },
            raise: (operator, act) => {
              raises(LatenciesWithoutSuccesses, { operator, latencySumMs: 2n ** 32n - 1n }, act);
            },
          },
        ];
      for (const { title, entry, raise } of impossible) {
        for (const place of [0, 4]) {
          it(`refuses ${title} of node ${place}, and so do the helpers`, async () => {
            const fixture = await loadFixture(reported);
            const { oracle, round, expected, reporter } = fixture;
            const operator = round.set.operators[place]!;
            const good = PERFECT as Measurement;
            const data = dataOf(round.set.operators.map((_, node) => (node === place ? entry : good)));
            const envelope = await badEnvelope(fixture, { data });
            await expect(handIn(fixture, envelope))
              .to.be.revertedWithCustomError(oracle, "ImpossibleData")
              .withArgs(reporter, operator, entry.successes, entry.probes, entry.latencySumMs);
            raise(operator, () => verifyReport({ envelope, expected }));
            const measurements = new Map([[operator, entry]]);
            raise(operator, () => buildReport({ ...round, reporter: round.reporters[BAD]!, measurements }));
          });
        }
      }
    });

    describe("when the data has another length", () => {
      for (const [title, bend, length] of [
        ["none", () => "0x", 0],
        ["one node less", (data: string) => dataSlice(data, 0, 32), 32],
        ["one byte less", (data: string) => dataSlice(data, 0, 39), 39],
        ["one byte more", (data: string) => `${data}00`, 41],
        ["one node more", (data: string) => data + dataSlice(data, 0, 8).slice(2), 48],
      ] as const) {
        it(`refuses ${title}, and so do the helpers`, async () => {
          const fixture = await loadFixture(reported);
          const { oracle, reports, expected, reporter } = fixture;
          const envelope = await badEnvelope(fixture, { data: bend(reports[BAD]!.data) });
          await expect(handIn(fixture, envelope))
            .to.be.revertedWithCustomError(oracle, "WrongDataLength")
            .withArgs(reporter, BigInt(length), 40n);
          raises(WrongDataLength, { length, expected: 40 }, () => verifyReport({ envelope, expected }));
        });
      }

      it("cannot be built with a node that was not seated", async () => {
        const { round, operators } = await loadFixture(reported);
        const stranger = operators[20]!.address;
        const measurements = new Map([[stranger, PERFECT]]);
        raises(UnknownNode, { operator: stranger }, () =>
          buildReport({ ...round, reporter: round.reporters[BAD]!, measurements }),
        );
      });
    });

    describe("when the data is not what was signed", () => {
      it("refuses it", async () => {
        const fixture = await loadFixture(reported);
        const { signature } = fixture.reports[BAD]!;
        const envelope = await badEnvelope(fixture, { rest: { successes: 0n, probes: 1n, latencySumMs: 0n } });
        await expectForeign(fixture, { ...envelope, signature });
      });
    });

    describe("when the report is for something else", () => {
      const others: {
        title: string;
        change: (fixture: Reported) => { report?: Partial<Report>; domain?: Partial<Domain> };
        raise: (fixture: Reported, act: () => unknown) => void;
      }[] = [
        {
          title: "the epoch before",
          change: ({ epoch }) => ({ report: { epoch: epoch - 1n } }),
          raise: ({ epoch }, act) => {
            raises(WrongEpoch, { expected: epoch, actual: epoch - 1n }, act);
          },
        },
        {
          title: "the running epoch",
          change: ({ epoch }) => ({ report: { epoch: epoch + 1n } }),
          raise: ({ epoch }, act) => {
            raises(WrongEpoch, { expected: epoch, actual: epoch + 1n }, act);
          },
        },
        {
          title: "another chain",
          change: () => ({ domain: { chainId: 10n } }),
          raise: ({ expected }, act) => {
            raises(WrongChain, { expected: expected.domain.chainId, actual: 10n }, act);
          },
        },
        {
          title: "another contract",
          change: ({ nodes }) => ({ domain: { contract: nodes[0]!.operator.address } }),
          raise: ({ expected, nodes }, act) => {
            raises(WrongContract, { expected: expected.domain.contract, actual: nodes[0]!.operator.address }, act);
          },
        },
        {
          title: "another set",
          change: ({ round }) => ({ report: { setHash: hashSeatedSet({ ...round.set, reserved: 32n }) } }),
          raise: ({ round }, act) => {
            raises(
              WrongSet,
              { expected: hashSeatedSet(round.set), actual: hashSeatedSet({ ...round.set, reserved: 32n }) },
              act,
            );
          },
        },
        {
          title: "Phase 2",
          change: () => ({ report: { phase: Phase.Two } }),
          raise: (_, act) => {
            raises(WrongPhase, { expected: Phase.One, actual: Phase.Two }, act);
          },
        },
        {
          title: "another configuration",
          change: () => ({ report: { configurationHash: ZeroHash } }),
          raise: ({ round }, act) => {
            raises(StaleConfiguration, { expected: hashConfiguration(round.configuration), actual: ZeroHash }, act);
          },
        },
        {
          title: "an account that is no member",
          change: ({ nodes }) => ({ report: { reporter: nodes[0]!.operator.address } }),
          raise: ({ nodes }, act) => {
            raises(NonMember, { reporter: nodes[0]!.operator.address }, act);
          },
        },
      ];
      for (const { title, change, raise } of others) {
        it(`refuses one for ${title}, and so do the helpers`, async () => {
          const fixture = await loadFixture(reported);
          const { expected, epoch } = fixture;
          const envelope = await badEnvelope(fixture, change(fixture));
          await expectForeign(fixture, envelope);
          const verify = () => verifyReport({ envelope, expected });
          raise(fixture, verify);
          const { dropped } = planFinalization({ ...expected, now: endOf(epoch), envelopes: [envelope] });
          raise(fixture, () => {
            throw dropped[0]!.error;
          });
        });
      }
    });

    describe("when somebody else signed", () => {
      it("refuses a foreign key, and so do the helpers", async () => {
        const fixture = await loadFixture(reported);
        const { oracle, expected, reporter } = fixture;
        const signer = Wallet.createRandom();
        const envelope = await badEnvelope(fixture, { signer });
        await expect(handIn(fixture, envelope))
          .to.be.revertedWithCustomError(oracle, "WrongSigner")
          .withArgs(reporter, signer.address);
        raises(WrongSigner, { reporter, expected: reporter, actual: signer.address }, () =>
          verifyReport({ envelope, expected }),
        );
      });

      it("refuses another member's signature", async () => {
        const fixture = await loadFixture(reported);
        const { oracle, committee, reporter } = fixture;
        const envelope = await badEnvelope(fixture, { signer: committee[4]! });
        await expect(handIn(fixture, envelope))
          .to.be.revertedWithCustomError(oracle, "WrongSigner")
          .withArgs(reporter, committee[4]!.address);
      });

      it("refuses a report in another member's place", async () => {
        const fixture = await loadFixture(reported);
        await expectForeign(fixture, { ...(await badEnvelope(fixture, {})), ...fixture.reports[4]! });
      });
    });

    describe("when the index is wrong", () => {
      for (const index of [7n, 8n, 255n, 256n, 2n ** 256n - 1n]) {
        it(`refuses ${String(index)}, beyond the committee`, async () => {
          const fixture = await loadFixture(reported);
          const { oracle, round, reports } = fixture;
          const last = { ...reports[6]!, index };
          await expect(finalize(fixture, round, [...reports.slice(0, 6), last]))
            .to.be.revertedWithCustomError(oracle, "UnknownReporter")
            .withArgs(index, 7n);
        });
      }

      it("refuses an eighth report", async () => {
        const fixture = await loadFixture(reported);
        const { oracle, round, reports } = fixture;
        await expect(finalize(fixture, round, [...reports, { ...reports[0]!, index: 7n }]))
          .to.be.revertedWithCustomError(oracle, "UnknownReporter")
          .withArgs(7n, 7n);
      });

      it("refuses a report that is there twice, and so do the helpers", async () => {
        const fixture = await loadFixture(reported);
        const { oracle, round, reports, expected, epoch, reporter } = fixture;
        const twice = [...reports.slice(0, BAD + 1), ...reports.slice(BAD, 6)];
        await expect(finalize(fixture, round, twice))
          .to.be.revertedWithCustomError(oracle, "ReportOutOfOrder")
          .withArgs(BigInt(BAD), BigInt(BAD));
        const envelope = await badEnvelope(fixture, {});
        const plan = planFinalization({ ...expected, now: endOf(epoch), envelopes: [envelope, envelope] });
        const { digest } = verifyReport({ envelope, expected });
        raises(DuplicateReporter, { reporter, digest, firstDigest: digest }, () => {
          throw plan.dropped[0]!.error;
        });
      });

      it("refuses the first report twice", async () => {
        const fixture = await loadFixture(reported);
        const { oracle, round, reports } = fixture;
        await expect(finalize(fixture, round, [reports[0]!, ...reports.slice(0, 6)]))
          .to.be.revertedWithCustomError(oracle, "ReportOutOfOrder")
          .withArgs(0n, 0n);
      });

      it("refuses reports out of order, which the helpers put in order", async () => {
        const fixture = await loadFixture(reported);
        const { oracle, round, reports, expected, epoch } = fixture;
        const mixed = [0, 1, 4, 2, 3, 5, 6];
        await expect(
          finalize(
            fixture,
            round,
            mixed.map((index) => reports[index]!),
          ),
        )
          .to.be.revertedWithCustomError(oracle, "ReportOutOfOrder")
          .withArgs(2n, 4n);
        const envelopes = await Promise.all(mixed.map((index) => badEnvelope(fixture, { index })));
        const plan = planFinalization({ ...expected, now: endOf(epoch), envelopes });
        expect(plan.kind === "ready" && plan.args[3].map(({ index }) => index)).to.deep.equal([
          0n,
          1n,
          2n,
          3n,
          4n,
          5n,
          6n,
        ]);
      });
    });

    describe("when the signature is malformed", () => {
      it("refuses the other signature of the same signer, and so do the helpers", async () => {
        const fixture = await loadFixture(reported);
        const { oracle, expected } = fixture;
        const envelope = await badEnvelope(fixture, {});
        const { signature, s } = flipped(envelope.signature);
        await expect(handIn(fixture, { ...envelope, signature }))
          .to.be.revertedWithCustomError(oracle, "ECDSAInvalidSignatureS")
          .withArgs(hexlify(dataSlice(signature, 32, 64)));
        raises(MalleableSignature, { s }, () => verifyReport({ envelope: { ...envelope, signature }, expected }));
      });

      it("refuses zeros, and so do the helpers", async () => {
        const fixture = await loadFixture(reported);
        const { oracle, expected } = fixture;
        const envelope = { ...(await badEnvelope(fixture, {})), signature: `0x${"00".repeat(65)}` };
        await expect(handIn(fixture, envelope)).to.be.revertedWithCustomError(oracle, "ECDSAInvalidSignature");
        raises(ZeroSignature, {}, () => verifyReport({ envelope, expected }));
      });

      for (const v of ["00", "01", "1a", "1d"]) {
        it(`refuses 0x${v} as v, and so do the helpers`, async () => {
          const fixture = await loadFixture(reported);
          const { oracle, expected } = fixture;
          const envelope = await badEnvelope(fixture, {});
          const signature = dataSlice(envelope.signature, 0, 64) + v;
          await expect(handIn(fixture, { ...envelope, signature })).to.be.revertedWithCustomError(
            oracle,
            "ECDSAInvalidSignature",
          );
          raises(InvalidSignature, { signature }, () =>
            verifyReport({ envelope: { ...envelope, signature }, expected }),
          );
        });
      }

      for (const length of [0, 64, 66]) {
        it(`refuses ${length} bytes, and so do the helpers`, async () => {
          const fixture = await loadFixture(reported);
          const { oracle, expected } = fixture;
          const envelope = await badEnvelope(fixture, {});
          const signature = dataSlice(`${envelope.signature}00`, 0, length);
          await expect(handIn(fixture, { ...envelope, signature }))
            .to.be.revertedWithCustomError(oracle, "ECDSAInvalidSignatureLength")
            .withArgs(BigInt(length));
          raises(WrongSignatureLength, { length }, () =>
            verifyReport({ envelope: { ...envelope, signature }, expected }),
          );
        });
      }
    });

    describe("when a bad report is refused", () => {
      it("goes on without it", async () => {
        const fixture = await loadFixture(reported);
        const { oracle, round, reports, epoch } = fixture;
        await nextAt(endOf(epoch) + 6n * HOUR);
        const others = reports.filter((_, index) => index !== BAD);
        await expect(finalize(fixture, round, others)).to.emit(oracle, "EpochFinalized");
      });
    });
  });

  describe("reportDigest and commitmentOf", () => {
    it("are what the helpers compute", async () => {
      const fixture = await loadFixture(reported);
      const { oracle, expected, round } = fixture;
      const envelope = await badEnvelope(fixture, {});
      const { digest, commitment } = verifyReport({ envelope, expected });
      expect(await oracle.reportDigest(envelope.report)).to.equal(digest);
      expect(await oracle.commitmentOf(digest, envelope.signature)).to.equal(commitment);
      expect(await digestExpected({ contracts: fixture, round, index: BAD, data: envelope.data })).to.equal(digest);
      expect(await domainOf(fixture)).to.deep.equal(envelope.domain);
    });
  });
});
