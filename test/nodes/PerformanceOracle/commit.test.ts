import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { id, Wallet, ZeroHash } from "ethers";
import { ethers } from "hardhat";
import { setBalance } from "@nomicfoundation/hardhat-network-helpers";
import { commitmentOf } from "../../../scripts/performance/commitmentOf";
import { WrongCommitment } from "../../../scripts/performance/ReportError";
import { planFinalization } from "../../../scripts/performance/planFinalization";
import { verifyReport } from "../../../scripts/performance/verifyReport";
import { raises } from "../../performance/raises";
import { WCT } from "../../support/amounts";
import { extraOperator, nodeFor, ownershipOf } from "../../support/nodes";
import { readRound } from "../../../scripts/performance/readRound";
import { DOWN } from "../../support/reporting";
import { HOUR, nextAt } from "../../support/time";
import {
  afterEnd,
  commitTo,
  digestExpected,
  endOf,
  envelopeOf,
  expectationOf,
  finalize,
  fiveNodes,
  fivePeers,
  handedIn,
  peerReports,
  type Seated,
  standby,
} from "./fixtures";

const COMMITMENT = id("a commitment");

/** Whose report is in question. */
const BAD = 2;

/** All five have committed but the one of index BAD. */
async function committed() {
  const fixture = await fivePeers();
  const { round, reports } = await peerReports(fixture, { indices: [0, 1, 3, 4] });
  const envelope = await envelopeOf({ contracts: fixture, round, index: BAD });
  const reporter = fixture.nodes[BAD]!;
  const { commitment } = verifyReport({ envelope, expected: await expectationOf(fixture, round) });
  return { ...fixture, round, reports, envelope, reporter, commitment };
}

type Committed = Awaited<ReturnType<typeof committed>>;

/** Hands in the four reports and the one in question. */
function handIn({ reports, round, ...contracts }: Committed, bad = contracts.envelope) {
  return finalize(contracts, round, [...reports.slice(0, BAD), handedIn(bad, BAD), ...reports.slice(BAD)]);
}

/** The account of a node's key, with ether. */
async function keyAccount(contracts: Seated, index: number) {
  const { address } = contracts.nodes[index]!.key;
  await setBalance(address, 10n * WCT);
  return ethers.getImpersonatedSigner(address);
}

describe("PerformanceOracle", () => {
  describe("commit", () => {
    it("keeps the commitment of the running epoch, and tells it", async () => {
      const { oracle, nodes, epoch } = await loadFixture(fivePeers);
      const { operator } = nodes[0]!;
      await expect(oracle.connect(operator).commit(operator, COMMITMENT))
        .to.emit(oracle, "Committed")
        .withArgs(operator, epoch, COMMITMENT);
      expect(await oracle.commitmentAt(operator, epoch)).to.equal(COMMITMENT);
      expect(await oracle.commitmentAt(operator, epoch - 1n)).to.equal(ZeroHash);
      expect(await oracle.commitmentAt(operator, epoch + 1n)).to.equal(ZeroHash);
      expect(await oracle.commitmentAt(nodes[1]!.operator, epoch)).to.equal(ZeroHash);
    });

    it("is open to the node's key", async () => {
      const fixture = await loadFixture(fivePeers);
      const { oracle, nodes, epoch } = fixture;
      const { operator } = nodes[0]!;
      await oracle.connect(await keyAccount(fixture, 0)).commit(operator, COMMITMENT);
      expect(await oracle.commitmentAt(operator, epoch)).to.equal(COMMITMENT);
    });

    it("refuses a stranger", async () => {
      const { oracle, nodes, funder } = await withFunder();
      const { operator } = nodes[0]!;
      await expect(oracle.connect(funder).commit(operator, COMMITMENT))
        .to.be.revertedWithCustomError(oracle, "NotNode")
        .withArgs(funder, operator);
    });

    it("refuses another operator and its key", async () => {
      const fixture = await loadFixture(fivePeers);
      const { oracle, nodes } = fixture;
      const { operator } = nodes[0]!;
      for (const caller of [nodes[1]!.operator, await keyAccount(fixture, 1)]) {
        await expect(oracle.connect(caller).commit(operator, COMMITMENT))
          .to.be.revertedWithCustomError(oracle, "NotNode")
          .withArgs(caller, operator);
      }
    });

    it("refuses everybody for an account without a node", async () => {
      const { oracle, nodes, operators } = await loadFixture(fivePeers);
      await expect(oracle.connect(nodes[0]!.operator).commit(operators[20]!, COMMITMENT))
        .to.be.revertedWithCustomError(oracle, "NotNode")
        .withArgs(nodes[0]!.operator, operators[20]!);
    });

    it("keeps the last of several", async () => {
      const { oracle, nodes, epoch } = await loadFixture(fivePeers);
      const { operator } = nodes[0]!;
      await oracle.connect(operator).commit(operator, COMMITMENT);
      await oracle.connect(operator).commit(operator, id("another"));
      expect(await oracle.commitmentAt(operator, epoch)).to.equal(id("another"));
    });

    it("works while paused, so that a pause makes nobody miss the end", async () => {
      const { oracle, nodes, pauser, epoch } = await loadFixture(fivePeers);
      const { operator } = nodes[0]!;
      await oracle.connect(pauser).pause();
      await oracle.connect(operator).commit(operator, COMMITMENT);
      expect(await oracle.commitmentAt(operator, epoch)).to.equal(COMMITMENT);
    });

    describe("when the key changes", () => {
      it("is open to the old key until the end and to the new one from then on", async () => {
        const fixture = await loadFixture(fivePeers);
        const { oracle, identities, registry, nodes, epoch } = fixture;
        const { operator } = nodes[0]!;
        const old = await keyAccount(fixture, 0);
        const key = new Wallet(id("a new key"));
        await setBalance(key.address, 10n * WCT);
        const fresh = await ethers.getImpersonatedSigner(key.address);
        await identities.connect(operator).setKey(key, await ownershipOf(fixture, { operator, key }));
        await expect(oracle.connect(fresh).commit(operator, COMMITMENT))
          .to.be.revertedWithCustomError(oracle, "NotNode")
          .withArgs(fresh, operator);
        await oracle.connect(old).commit(operator, COMMITMENT);
        await nextAt(endOf(epoch));
        await registry.update();
        await expect(oracle.connect(old).commit(operator, COMMITMENT))
          .to.be.revertedWithCustomError(oracle, "NotNode")
          .withArgs(old, operator);
        await oracle.connect(fresh).commit(operator, id("another"));
        expect(await oracle.commitmentAt(operator, epoch)).to.equal(COMMITMENT);
        expect(await oracle.commitmentAt(operator, epoch + 1n)).to.equal(id("another"));
      });
    });

    describe("when the epoch ends", () => {
      for (const { title, after, later } of [
        { title: "counts for the old epoch in its last second", after: -1n, later: 0n },
        { title: "counts for the new epoch in its first second", after: 0n, later: 1n },
      ]) {
        it(title, async () => {
          const { oracle, nodes, epoch } = await loadFixture(fivePeers);
          const { operator } = nodes[0]!;
          await nextAt(endOf(epoch) + after);
          await expect(oracle.connect(operator).commit(operator, COMMITMENT))
            .to.emit(oracle, "Committed")
            .withArgs(operator, epoch + later, COMMITMENT);
          expect(await oracle.commitmentAt(operator, epoch + later)).to.equal(COMMITMENT);
          expect(await oracle.commitmentAt(operator, epoch + 1n - later)).to.equal(ZeroHash);
        });
      }
    });

    describe("when the node stands by", () => {
      it("is open to it, for nothing", async () => {
        const fixture = await loadFixture(fivePeers);
        const { operator } = await standby(fixture);
        await expect(fixture.oracle.connect(operator).commit(operator, COMMITMENT))
          .to.emit(fixture.oracle, "Committed")
          .withArgs(operator, fixture.epoch, COMMITMENT);
      });
    });
  });

  describe("finalize", () => {
    describe("in Phase 1", () => {
      it("needs no commitment", async () => {
        const fixture = await loadFixture(fiveNodes);
        const round = await readRound({ contracts: fixture, epoch: fixture.epoch });
        const envelopes = await Promise.all(
          round.reporters.map((_, index) => envelopeOf({ contracts: fixture, round, index })),
        );
        await afterEnd(fixture.epoch);
        await expect(finalize(fixture, round, envelopes.map(handedIn))).to.emit(fixture.oracle, "EpochFinalized");
      });
    });

    describe("in Phase 2", () => {
      it("takes a report that was committed to", async () => {
        const fixture = await loadFixture(committed);
        await commitTo(fixture, fixture.reporter.operator, fixture.envelope);
        await afterEnd(fixture.epoch);
        await expect(handIn(fixture)).to.emit(fixture.oracle, "EpochFinalized");
      });

      it("takes a report that the key committed to", async () => {
        const fixture = await loadFixture(committed);
        const { oracle, reporter, commitment } = fixture;
        await oracle.connect(await keyAccount(fixture, BAD)).commit(reporter.operator, commitment);
        await afterEnd(fixture.epoch);
        await expect(handIn(fixture)).to.emit(oracle, "EpochFinalized");
      });

      it("takes a report that was committed to in the last second", async () => {
        const fixture = await loadFixture(committed);
        await nextAt(endOf(fixture.epoch) - 1n);
        await commitTo(fixture, fixture.reporter.operator, fixture.envelope);
        await nextAt(endOf(fixture.epoch));
        await expect(handIn(fixture)).to.emit(fixture.oracle, "EpochFinalized");
      });

      it("refuses a report without a commitment, and so do the helpers", async () => {
        const fixture = await loadFixture(committed);
        const { oracle, round, envelope, reporter, commitment, epoch } = fixture;
        await afterEnd(epoch);
        await expect(handIn(fixture))
          .to.be.revertedWithCustomError(oracle, "WrongCommitment")
          .withArgs(reporter.operator, commitment, ZeroHash);
        const expected = await expectationOf(fixture, round, new Map());
        const details = { reporter: reporter.operator.address, expected: ZeroHash, actual: commitment };
        raises(WrongCommitment, details, () => verifyReport({ envelope, expected }));
        // Without knowing the commitments there is no plan.
        const unknown = await expectationOf(fixture, round);
        const { dropped } = planFinalization({ ...unknown, now: endOf(epoch), envelopes: [envelope] });
        raises(WrongCommitment, details, () => {
          throw dropped[0]!.error;
        });
      });

      it("refuses a report that was committed to in the first second after the end", async () => {
        const fixture = await loadFixture(committed);
        const { oracle, envelope, reporter, commitment, epoch } = fixture;
        await nextAt(endOf(epoch));
        await commitTo(fixture, reporter.operator, envelope);
        await expect(handIn(fixture))
          .to.be.revertedWithCustomError(oracle, "WrongCommitment")
          .withArgs(reporter.operator, commitment, ZeroHash);
      });

      it("refuses a report that was changed after the end, whatever is committed to then", async () => {
        const fixture = await loadFixture(committed);
        const { oracle, round, reporter, commitment, epoch } = fixture;
        await commitTo(fixture, reporter.operator, fixture.envelope);
        const changed = await envelopeOf({ contracts: fixture, round, index: BAD, rest: DOWN });
        const actual = verifyReport({ envelope: changed, expected: await expectationOf(fixture, round) }).commitment;
        await nextAt(endOf(epoch));
        await commitTo(fixture, reporter.operator, changed);
        await expect(handIn(fixture, changed))
          .to.be.revertedWithCustomError(oracle, "WrongCommitment")
          .withArgs(reporter.operator, actual, commitment);
        const expected = await expectationOf(fixture, round, new Map([[reporter.operator.address, commitment]]));
        raises(WrongCommitment, { reporter: reporter.operator.address, expected: commitment, actual }, () =>
          verifyReport({ envelope: changed, expected }),
        );
      });

      it("takes the last of several that were committed to, and not the first", async () => {
        const fixture = await loadFixture(committed);
        const { oracle, round, reporter, envelope, epoch } = fixture;
        const first = await envelopeOf({ contracts: fixture, round, index: BAD, rest: DOWN });
        await commitTo(fixture, reporter.operator, first);
        await commitTo(fixture, reporter.operator, envelope);
        await afterEnd(epoch);
        await expect(handIn(fixture, first)).to.be.revertedWithCustomError(oracle, "WrongCommitment");
        await expect(handIn(fixture)).to.emit(oracle, "EpochFinalized");
      });

      it("refuses somebody else's commitment", async () => {
        const fixture = await loadFixture(committed);
        const { oracle, nodes, reporter, commitment, epoch } = fixture;
        const copied = await oracle.commitmentAt(nodes[0]!.operator, epoch);
        await oracle.connect(reporter.operator).commit(reporter.operator, copied);
        await afterEnd(epoch);
        await expect(handIn(fixture))
          .to.be.revertedWithCustomError(oracle, "WrongCommitment")
          .withArgs(reporter.operator, commitment, copied);
      });

      it("refuses the report whose commitment was copied, since its signature is another's", async () => {
        const fixture = await loadFixture(committed);
        const { oracle, nodes, reports, round, reporter, epoch } = fixture;
        const copied = await oracle.commitmentAt(nodes[0]!.operator, epoch);
        await oracle.connect(reporter.operator).commit(reporter.operator, copied);
        await afterEnd(epoch);
        const { data, signature } = reports[0]!;
        // What it says is known only now; with an own signature it is another commitment.
        const own = await envelopeOf({ contracts: fixture, round, index: BAD, data });
        const digest = await digestExpected({ contracts: fixture, round, index: BAD, data });
        await expect(handIn(fixture, own))
          .to.be.revertedWithCustomError(oracle, "WrongCommitment")
          .withArgs(reporter.operator, commitmentOf({ digest, signature: own.signature }), copied);
        await expect(handIn(fixture, { ...own, signature })).to.be.revertedWithCustomError(oracle, "WrongSigner");
      });

      it("goes on without a report that was not committed to", async () => {
        const fixture = await loadFixture(committed);
        const { oracle, round, reports, epoch } = fixture;
        await nextAt(endOf(epoch) + 6n * HOUR);
        await expect(finalize(fixture, round, reports)).to.emit(oracle, "EpochFinalized");
      });
    });
  });
});

async function withFunder() {
  const fixture = await loadFixture(fivePeers);
  return { ...fixture, funder: nodeFor(await extraOperator(99)).operator };
}
