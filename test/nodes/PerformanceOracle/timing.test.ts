import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { MaxUint256 } from "ethers";
import { planFinalization } from "../../../scripts/performance/planFinalization";
import { NO_SCORE } from "../../../scripts/performance/scoreNodes";
import { hashConfiguration } from "../../../scripts/performance/hashConfiguration";
import { hashSeatedSet } from "../../../scripts/performance/hashSeatedSet";
import { type Entry, NO_DATA, type SeatedSet, type SignedReport } from "../../../scripts/performance/types";
import { WCT } from "../../support/amounts";
import { epochOf, nodeContracts } from "../../support/nodes";
import { readRound, type Round } from "../../../scripts/performance/readRound";
import { committeeReports, mediansOf, PERFECT, reportOf } from "../../support/reporting";
import { DAY, HOUR, nextAt, now, warpTo } from "../../support/time";
import {
  committeeOf,
  configurationOf,
  endOf,
  envelopeOf,
  expectationOf,
  finalize,
  fiveNodes,
  reconfigured,
  type Seated,
  signerOf,
  Status,
} from "./fixtures";

const QUORUM = [0, 1, 2, 3, 4];

/** The reports of all seven, and what they report on. */
async function reported() {
  const fixture = await fiveNodes();
  const round = await readRound({ contracts: fixture, epoch: fixture.epoch });
  const reports = await committeeReports({ contracts: fixture, round });
  return { ...fixture, round, reports, end: endOf(fixture.epoch) };
}

/** Reports of the members of `indices`, of which those of `silent` know nothing of the first node. */
async function withoutData(contracts: Seated, round: Round, indices: number[], silent: number[]) {
  const reports: SignedReport[] = [];
  for (const index of indices) {
    const entries = new Map<string, Entry>([[round.set.operators[0]!, silent.includes(index) ? NO_DATA : PERFECT]]);
    const signer = signerOf(contracts, round, index);
    reports.push((await reportOf({ contracts, round, index, signer, entries })).signed);
  }
  return reports;
}

describe("PerformanceOracle", () => {
  describe("finalize", () => {
    it("tells the set, the configuration, whose reports were used and the scores", async () => {
      const fixture = await loadFixture(reported);
      const { oracle, round, reports, epoch, end } = fixture;
      const used = [1, 2, 4, 5, 6].map((index) => reports[index]!);
      await nextAt(end + 6n * HOUR);
      await expect(finalize(fixture, round, used))
        .to.emit(oracle, "EpochFinalized")
        .withArgs(
          epoch,
          hashSeatedSet(round.set),
          hashConfiguration(round.configuration),
          0b1110110n,
          Array<bigint>(5).fill(WCT),
        );
    });

    it("settles the pay and records the scores", async () => {
      const fixture = await loadFixture(reported);
      const { nodeRewards, registry, round, reports, epoch, end } = fixture;
      await nextAt(end);
      await expect(finalize(fixture, round, reports)).to.emit(nodeRewards, "EpochSettled");
      for (const operator of round.set.operators) {
        const { hasScore, lastScore } = await registry.nodeOf(operator);
        expect([hasScore, lastScore]).to.deep.equal([true, WCT]);
      }
      expect(await registry.thresholds()).to.deep.equal(Object.values(round.configuration.thresholds));
      expect(await fixture.oracle.isFinalized(epoch)).to.equal(true);
      expect(await fixture.oracle.isFinalized(epoch - 1n)).to.equal(false);
      expect(await fixture.oracle.isFinalized(epoch + 1n)).to.equal(false);
    });

    describe("when the epoch is not over", () => {
      it("refuses it in its last second", async () => {
        const fixture = await loadFixture(reported);
        const { oracle, round, reports, epoch, end } = fixture;
        await nextAt(end - 1n);
        await expect(finalize(fixture, round, reports))
          .to.be.revertedWithCustomError(oracle, "EpochNotFinalizable")
          .withArgs(epoch, epoch - 1n);
      });
    });

    describe("when all reports are in", () => {
      it("takes it in the first second after its end", async () => {
        const fixture = await loadFixture(reported);
        const { oracle, round, reports, end } = fixture;
        await nextAt(end);
        await expect(finalize(fixture, round, reports)).to.emit(oracle, "EpochFinalized");
      });

      it("takes it whoever has no data", async () => {
        const fixture = await loadFixture(reported);
        const { oracle, round, epoch, end } = fixture;
        const reports = await withoutData(fixture, round, [...QUORUM, 5, 6], [0, 1, 2, 3, 4, 5, 6]);
        await nextAt(end);
        await expect(finalize(fixture, round, reports))
          .to.emit(oracle, "EpochFinalized")
          .withArgs(epoch, hashSeatedSet(round.set), hashConfiguration(round.configuration), 127n, [
            NO_SCORE,
            ...Array<bigint>(4).fill(WCT),
          ]);
      });
    });

    describe("when a report is missing", () => {
      for (const given of [5, 6]) {
        it(`refuses ${given} of 7 one second before 6 hours`, async () => {
          const fixture = await loadFixture(reported);
          const { oracle, round, reports, epoch, end } = fixture;
          await nextAt(end + 6n * HOUR - 1n);
          await expect(finalize(fixture, round, reports.slice(0, given)))
            .to.be.revertedWithCustomError(oracle, "TooEarlyToFinalize")
            .withArgs(epoch, end + 6n * HOUR);
        });

        it(`takes ${given} of 7 from 6 hours on`, async () => {
          const fixture = await loadFixture(reported);
          const { oracle, round, reports, end } = fixture;
          await nextAt(end + 6n * HOUR);
          await expect(finalize(fixture, round, reports.slice(0, given))).to.emit(oracle, "EpochFinalized");
        });
      }
    });

    describe("when a quorum is missing", () => {
      for (const [title, after] of [
        ["at the end", 0n],
        ["after 6 hours", 6n * HOUR],
        ["in the last second of all", DAY - 1n],
      ] as const) {
        it(`refuses 4 of 7 ${title}`, async () => {
          const fixture = await loadFixture(reported);
          const { oracle, round, reports, end } = fixture;
          await nextAt(end + after);
          await expect(finalize(fixture, round, reports.slice(0, 4)))
            .to.be.revertedWithCustomError(oracle, "QuorumMissing")
            .withArgs(4n, 5n);
        });
      }

      it("refuses no reports", async () => {
        const fixture = await loadFixture(reported);
        const { oracle, round, end } = fixture;
        await nextAt(end + 12n * HOUR);
        await expect(finalize(fixture, round, []))
          .to.be.revertedWithCustomError(oracle, "QuorumMissing")
          .withArgs(0n, 5n);
      });
    });

    describe("with committees of all sizes", () => {
      for (const [size, needed] of [
        [1, 1],
        [2, 2],
        [3, 3],
        [4, 3],
        [5, 4],
        [6, 5],
        [7, 5],
      ] as const) {
        it(`takes ${needed} of ${size} reports and not fewer`, async () => {
          const seated = await loadFixture(reported);
          const fixture = await reconfigured<Seated>(seated, { committee: committeeOf(seated, size) });
          const { oracle, epoch } = fixture;
          const round = await readRound({ contracts: fixture, epoch });
          const reports = await committeeReports({ contracts: fixture, round });
          await nextAt(endOf(epoch) + 6n * HOUR);
          await expect(finalize(fixture, round, reports.slice(size - needed + 1)))
            .to.be.revertedWithCustomError(oracle, "QuorumMissing")
            .withArgs(BigInt(needed - 1), BigInt(needed));
          await expect(finalize(fixture, round, reports.slice(size - needed))).to.emit(oracle, "EpochFinalized");
        });
      }
    });

    describe("when a quorum lacks data on a node", () => {
      for (const [title, after] of [
        ["at 6 hours", 6n * HOUR],
        ["one second before 12 hours", 12n * HOUR - 1n],
      ] as const) {
        it(`refuses it ${title}`, async () => {
          const fixture = await loadFixture(reported);
          const { oracle, round, end } = fixture;
          const reports = await withoutData(fixture, round, QUORUM, [2]);
          await nextAt(end + after);
          await expect(finalize(fixture, round, reports))
            .to.be.revertedWithCustomError(oracle, "DataMissing")
            .withArgs(round.set.operators[0]!, 4n, end + 12n * HOUR);
        });
      }

      it("takes it from 12 hours on, and gives the node no score", async () => {
        const fixture = await loadFixture(reported);
        const { oracle, registry, round, epoch, end } = fixture;
        const reports = await withoutData(fixture, round, QUORUM, [2]);
        await nextAt(end + 12n * HOUR);
        await expect(finalize(fixture, round, reports))
          .to.emit(oracle, "EpochFinalized")
          .withArgs(epoch, hashSeatedSet(round.set), hashConfiguration(round.configuration), 31n, [
            NO_SCORE,
            ...Array<bigint>(4).fill(WCT),
          ]);
        expect((await registry.nodeOf(round.set.operators[0]!)).hasScore).to.equal(false);
      });

      it("takes it at 6 hours with 5 values among 6 reports", async () => {
        const fixture = await loadFixture(reported);
        const { oracle, round, end } = fixture;
        const reports = await withoutData(fixture, round, [...QUORUM, 5], [2]);
        await nextAt(end + 6n * HOUR);
        await expect(finalize(fixture, round, reports)).to.emit(oracle, "EpochFinalized");
      });
    });

    describe("when a day has passed since the end", () => {
      it("takes a quorum one second before", async () => {
        const fixture = await loadFixture(reported);
        const { oracle, round, reports, end } = fixture;
        await nextAt(end + DAY - 1n);
        await expect(finalize(fixture, round, reports.slice(0, 5))).to.emit(oracle, "EpochFinalized");
      });

      it("refuses all reports", async () => {
        const fixture = await loadFixture(reported);
        const { oracle, round, reports, epoch, end } = fixture;
        await nextAt(end + DAY);
        await expect(finalize(fixture, round, reports))
          .to.be.revertedWithCustomError(oracle, "EpochNotFinalizable")
          .withArgs(epoch, epoch + 1n);
      });
    });

    describe("when it was finalized before", () => {
      it("refuses it, with the same reports and with others", async () => {
        const fixture = await loadFixture(reported);
        const { oracle, round, reports, epoch, end } = fixture;
        await nextAt(end);
        await finalize(fixture, round, reports);
        for (const again of [reports, reports.slice(2)]) {
          await nextAt(end + 7n * HOUR);
          await expect(finalize(fixture, round, again))
            .to.be.revertedWithCustomError(oracle, "EpochAlreadyFinalized")
            .withArgs(epoch);
        }
      });
    });

    describe("when another epoch is given", () => {
      for (const [title, epochFrom] of [
        ["an earlier one", (epoch: bigint) => epoch - 1n],
        ["the running one", (epoch: bigint) => epoch + 1n],
        ["a later one", (epoch: bigint) => epoch + 2n],
        ["the first", () => 0n],
        ["the last that can be written", () => MaxUint256],
      ] as const) {
        it(`refuses ${title}`, async () => {
          const fixture = await loadFixture(reported);
          const { oracle, round, reports, epoch, end } = fixture;
          const other = epochFrom(epoch);
          await nextAt(end);
          await expect(finalize(fixture, { ...round, epoch: other }, reports))
            .to.be.revertedWithCustomError(oracle, "EpochNotFinalizable")
            .withArgs(other, epoch);
        });
      }
    });

    describe("when nobody was seated", () => {
      it("refuses it", async () => {
        const fixture = await loadFixture(nodeContracts);
        const epoch = epochOf(await now()) + 1n;
        const configuration = await configurationOf(fixture, epoch);
        const nobody: SeatedSet = { active: 0n, reserved: 0n, operators: [] };
        await nextAt(endOf(epoch) + 12n * HOUR);
        await expect(fixture.oracle.finalize(epoch, nobody, configuration, [], "0x"))
          .to.be.revertedWithCustomError(fixture.oracle, "NobodySeated")
          .withArgs(epoch);
        expect(await fixture.oracle.isFinalized(epoch)).to.equal(false);
      });
    });

    describe("when the set is another one", () => {
      it("refuses what all members signed for it", async () => {
        const fixture = await loadFixture(reported);
        const { registry, round, epoch, end } = fixture;
        // As if the first had stayed Reserved.
        const other = { ...round, set: { ...round.set, active: 0b11110n, reserved: 1n } };
        const reports = await committeeReports({ contracts: fixture, round: other });
        await nextAt(end);
        await expect(finalize(fixture, other, reports))
          .to.be.revertedWithCustomError(registry, "WrongSet")
          .withArgs(epoch, hashSeatedSet(other.set), hashSeatedSet(round.set));
      });

      it("refuses one with a node less", async () => {
        const fixture = await loadFixture(reported);
        const { registry, round, epoch, end } = fixture;
        const other = { ...round, set: { ...round.set, operators: round.set.operators.slice(1) } };
        const reports = await committeeReports({ contracts: fixture, round: other });
        await nextAt(end);
        await expect(finalize(fixture, other, reports))
          .to.be.revertedWithCustomError(registry, "WrongSet")
          .withArgs(epoch, hashSeatedSet(other.set), hashSeatedSet(round.set));
      });
    });

    describe("when nobody reports for a month", () => {
      async function afterMonth() {
        const fixture = await reported();
        const { token, nodeRewards, deployer, epoch } = fixture;
        await token.connect(deployer).approve(nodeRewards, 31n * WCT);
        await nodeRewards.connect(deployer).fundRange(epoch, 31n, WCT);
        await warpTo((epoch + 31n) * DAY + HOUR);
        return fixture;
      }

      it("changes no status, score or position", async () => {
        const { registry, stakeWeight, nodes } = await loadFixture(afterMonth);
        await registry.update();
        for (const { operator } of nodes) {
          expect(await registry.statusOf(operator)).to.equal(Status.Active);
          expect((await registry.nodeOf(operator)).hasScore).to.equal(false);
          expect(await stakeWeight.heldOf(operator)).to.equal(0n);
        }
      });

      it("finalizes the last of these epochs, with the budgets of all", async () => {
        const fixture = await loadFixture(afterMonth);
        const { nodeRewards, epoch } = fixture;
        const last = epoch + 30n;
        expect(await nodeRewards.budgetOf(last)).to.equal(31n * WCT);
        const round = await readRound({ contracts: fixture, epoch: last });
        const reports = await committeeReports({ contracts: fixture, round });
        await expect(finalize(fixture, round, reports))
          .to.emit(nodeRewards, "BudgetRolledOver")
          .withArgs(last, 30n * WCT);
        // Each of five gets at most a tenth.
        expect(await nodeRewards.owedTo(fixture.nodes[0]!.operator)).to.equal((31n * WCT) / 10n);
        expect(await nodeRewards.budgetOf(last + 1n)).to.equal((31n * WCT) / 2n);
      });

      it("finalizes none of the others", async () => {
        const fixture = await loadFixture(afterMonth);
        const { oracle, round, reports, epoch } = fixture;
        await expect(finalize(fixture, round, reports))
          .to.be.revertedWithCustomError(oracle, "EpochNotFinalizable")
          .withArgs(epoch, epoch + 30n);
      });
    });

    describe("when one epoch was missed", () => {
      it("finalizes the next one, with both budgets", async () => {
        const fixture = await loadFixture(reported);
        const { token, nodeRewards, oracle, registry, deployer, epoch } = fixture;
        await token.connect(deployer).approve(nodeRewards, 30n * WCT);
        await nodeRewards.connect(deployer).fund(epoch, 10n * WCT);
        await nodeRewards.connect(deployer).fund(epoch + 1n, 20n * WCT);
        await nextAt(endOf(epoch + 1n) + HOUR);
        await registry.update();
        const round = await readRound({ contracts: fixture, epoch: epoch + 1n });
        const reports = await committeeReports({ contracts: fixture, round });
        expect(await nodeRewards.budgetOf(epoch + 1n)).to.equal(30n * WCT);
        await expect(finalize(fixture, round, reports)).to.emit(oracle, "EpochFinalized");
        expect(await nodeRewards.owedTo(fixture.nodes[0]!.operator)).to.equal(3n * WCT);
        expect(await oracle.isFinalized(epoch)).to.equal(false);
      });
    });

    describe("when paused", () => {
      it("refuses it, and takes it once the pause is over", async () => {
        const fixture = await loadFixture(reported);
        const { oracle, pauser, admin, round, reports, end } = fixture;
        await oracle.connect(pauser).pause();
        await nextAt(end);
        await expect(finalize(fixture, round, reports)).to.be.revertedWithCustomError(oracle, "EnforcedPause");
        await oracle.connect(admin).unpause();
        await nextAt(end + HOUR);
        await expect(finalize(fixture, round, reports)).to.emit(oracle, "EpochFinalized");
      });

      it("does not hold the end of the day up", async () => {
        const fixture = await loadFixture(reported);
        const { oracle, pauser, admin, round, reports, epoch, end } = fixture;
        await oracle.connect(pauser).pause();
        await nextAt(end + DAY);
        await oracle.connect(admin).unpause();
        await expect(finalize(fixture, round, reports))
          .to.be.revertedWithCustomError(oracle, "EpochNotFinalizable")
          .withArgs(epoch, epoch + 1n);
      });
    });

    describe("at any time with any number of reports", () => {
      const times = [-1n, 0n, 6n * HOUR - 1n, 6n * HOUR, 12n * HOUR - 1n, 12n * HOUR, DAY - 1n, DAY];
      for (const after of times) {
        it(`goes as planned ${String(after)} s after the end`, async () => {
          const fixture = await loadFixture(reported);
          const { oracle, round, end } = fixture;
          const expected = await expectationOf(fixture, round);
          const entries = new Map<string, Entry>([[round.set.operators[3]!, NO_DATA]]);
          await warpTo(end + after);
          for (const given of [4, 5, 6, 7]) {
            for (const silent of [0, 1, 2, 3]) {
              const envelopes = await Promise.all(
                Array.from({ length: given }, (_, index) =>
                  envelopeOf({ contracts: fixture, round, index, entries: index < silent ? entries : undefined }),
                ),
              );
              const reports = envelopes.map(({ data, signature }, index) => ({
                index: BigInt(index),
                data,
                signature,
              }));
              const plan = planFinalization({ ...expected, now: end + after, envelopes });
              const { epoch, set, configuration } = round;
              const args = [epoch, set, configuration, reports, mediansOf(round, reports)] as const;
              const attempt = oracle.finalize.staticCall(...args);
              if (plan.kind === "ready") await expect(attempt).to.be.fulfilled;
              else await expect(attempt).to.be.revertedWithCustomError(oracle, errorOf[plan.kind](after, given));
            }
          }
        });
      }
    });
  });
});

type Refused = "tooEarly" | "quorumMissing" | "dataMissing" | "nobodySeated" | "missed";

/** What the chain says where the plan says no. */
const errorOf: Record<Refused, (after: bigint, given: number) => string> = {
  tooEarly: (after, given) => (after < 0n ? "EpochNotFinalizable" : given < 5 ? "QuorumMissing" : "TooEarlyToFinalize"),
  quorumMissing: () => "QuorumMissing",
  dataMissing: () => "DataMissing",
  nobodySeated: () => "NobodySeated",
  missed: () => "EpochNotFinalizable",
};
