import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { Wallet } from "ethers";
import { hashReport } from "../../../scripts/performance/hashReport";
import { commitmentOf } from "../../../scripts/performance/commitmentOf";
import { ONE } from "../../../scripts/performance/score";
import { Phase, type SignedReport } from "../../../scripts/performance/types";
import { ownershipOf } from "../../support/nodes";
import { readRound } from "../../../scripts/performance/readRound";
import { committeeReports, measured } from "../../support/reporting";
import { HOUR, nextAt } from "../../support/time";
import {
  atNextNoon,
  commitTo,
  endOf,
  envelopeOf,
  finalize,
  fiveNodes,
  handedIn,
  inPhaseTwo,
  peerReports,
  scoresOf,
  type Seated,
} from "./fixtures";

/** In Phase 1 at noon, with Phase 2 from the next epoch on. */
async function switching() {
  const fixture = await fiveNodes();
  await fixture.registry.connect(fixture.admin).setPhase(1n);
  return fixture;
}

async function byCommittee(contracts: Seated): Promise<void> {
  const round = await readRound({ contracts, epoch: contracts.epoch });
  expect(round.phase).to.equal(Phase.One);
  const reports = await committeeReports({ contracts, round, rest: measured(1_296n) });
  await nextAt(endOf(contracts.epoch));
  await finalize(contracts, round, reports);
  expect(await scoresOf(contracts, contracts.epoch)).to.deep.equal(Array<bigint>(5).fill((9n * ONE) / 10n));
}

async function byPeers(contracts: Seated): Promise<void> {
  const { round, reports } = await peerReports(contracts, {});
  expect(round.phase).to.equal(Phase.Two);
  await nextAt(endOf(contracts.epoch));
  await finalize(contracts, round, reports);
  expect(await scoresOf(contracts, contracts.epoch)).to.deep.equal(Array<bigint>(5).fill(ONE));
}

describe("PerformanceOracle", () => {
  describe("finalize", () => {
    describe("when the phase is switched", () => {
      it("takes the committee's reports up to the switch, the peers' from then on, and the committee's again", async () => {
        const first = await loadFixture(switching);
        await byCommittee(first);
        const second = await atNextNoon(first);
        await second.registry.connect(second.admin).setPhase(0n);
        await byPeers(second);
        await byCommittee(await atNextNoon(second));
      });

      it("takes the peers' reports of the last epoch of Phase 2 once Phase 1 runs", async () => {
        const fixture = await inPhaseTwo(await loadFixture(fiveNodes));
        await fixture.registry.connect(fixture.admin).setPhase(0n);
        const { round, reports } = await peerReports(fixture, {});
        await nextAt(endOf(fixture.epoch) + HOUR);
        await expect(finalize(fixture, round, reports)).to.emit(fixture.oracle, "EpochFinalized");
      });

      it("refuses peers' reports in the last epoch of Phase 1", async () => {
        const fixture = await loadFixture(switching);
        const { oracle, nodes, epoch } = fixture;
        const round = await readRound({ contracts: fixture, epoch });
        const reports: SignedReport[] = [];
        for (const [index, { operator, key }] of nodes.entries()) {
          const report = { phase: Phase.Two, reporter: operator.address };
          const envelope = await envelopeOf({ contracts: fixture, round, index, signer: key, report });
          await commitTo(fixture, operator, envelope);
          reports.push(handedIn(envelope, index));
        }
        await nextAt(endOf(epoch) + 12n * HOUR);
        await expect(finalize(fixture, round, reports)).to.be.revertedWithCustomError(oracle, "WrongSigner");
      });

      it("refuses the committee's reports in the first epoch of Phase 2", async () => {
        const fixture = await inPhaseTwo(await loadFixture(fiveNodes));
        const { oracle, epoch } = fixture;
        const round = await readRound({ contracts: fixture, epoch });
        const committee = round.configuration.committee.map(({ reporter, operator }, index) => {
          return { index: BigInt(index), address: reporter, signer: reporter, operator, weight: 1n };
        });
        const before = { ...round, phase: Phase.One, reporters: committee };
        const reports = (await committeeReports({ contracts: fixture, round: before })).slice(0, 5);
        await nextAt(endOf(epoch) + 12n * HOUR);
        await expect(finalize(fixture, round, reports)).to.be.revertedWithCustomError(oracle, "WrongSigner");
      });

      it("refuses a peer's report that was signed for Phase 1, committed or not", async () => {
        const fixture = await inPhaseTwo(await loadFixture(fiveNodes));
        const { oracle, nodes, epoch } = fixture;
        const { round, reports } = await peerReports(fixture, {});
        const envelope = await envelopeOf({ contracts: fixture, round, index: 0, report: { phase: Phase.One } });
        const digest = hashReport({ domain: envelope.domain, report: { ...envelope.report, phase: Phase.Two } });
        const { operator } = nodes[0]!;
        await oracle.connect(operator).commit(operator, commitmentOf({ digest, signature: envelope.signature }));
        await nextAt(endOf(epoch));
        await expect(
          finalize(fixture, round, [handedIn(envelope, 0), ...reports.slice(1)]),
        ).to.be.revertedWithCustomError(oracle, "WrongSigner");
      });

      it("counts the keys of the epoch, not those of the one in which it is finalized", async () => {
        const fixture = await inPhaseTwo(await loadFixture(fiveNodes));
        const { oracle, identities, registry, nodes, epoch } = fixture;
        const { round, reports } = await peerReports(fixture, {});
        const { operator } = nodes[0]!;
        const key = nodes[0]!.key;
        const fresh = Wallet.createRandom();
        await identities.connect(operator).setKey(fresh, await ownershipOf(fixture, { operator, key: fresh }));
        await nextAt(endOf(epoch));
        await registry.update();
        expect(await identities.keyAt(operator, epoch + 1n)).to.equal(fresh.address);
        expect(round.reporters[0]!.signer).to.equal(key.address);
        await nextAt(endOf(epoch) + HOUR);
        await expect(finalize(fixture, round, reports)).to.emit(oracle, "EpochFinalized");
      });
    });
  });
});
