import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { MaxUint256 } from "ethers";
import { hashSeatedSet } from "../../../scripts/performance/hashSeatedSet";
import { ONE } from "../../../scripts/performance/score";
import { NO_SCORE } from "../../../scripts/performance/scoreNodes";
import { extraOperator, nodeFor, ownershipOf, register, seat, seatedNodes, stakeFor } from "../../support/nodes";
import { DOWN, finalizeEpoch, measured, scoring } from "../../support/reporting";
import {
  addressesOf,
  applyScores,
  operatorsIn,
  operatorsOf,
  percent,
  readyToScore,
  Reason,
  scoredOnce,
  scoresOf,
  scoringOf,
  Status,
  THRESHOLDS,
} from "../../support/scores";
import { DAY, HOUR, nextAt, now, warpTo } from "../../support/time";

/** {@link seatedNodes} of equal stake: equal in all but their registrations. */
async function equalNodes() {
  return seatedNodes({ step: 0n });
}

/** {@link readyToScore}, where the first node failed and is Confined until `until`. */
async function oneConfined() {
  const fixture = await readyToScore();
  const { registry, nodes, epoch } = fixture;
  const confined = nodes[0]!;
  const { sent } = await applyScores(fixture, { epoch, scores: scoresOf([confined], 0n) });
  const { timestamp } = (await sent.getBlock())!;
  return { ...fixture, asScorer: registry.connect(fixture.scorer), confined, until: BigInt(timestamp) + DAY };
}

describe("NodeRegistry", () => {
  describe("applyScores", () => {
    describe("when the oracle finalizes", () => {
      it("confines nobody if nobody failed", async () => {
        const fixture = await loadFixture(seatedNodes);
        const { registry, epoch } = fixture;
        const sent = finalizeEpoch(fixture, { epoch });
        for (const name of ["Confined", "Promoted", "Spared", "ConfinementSuspended", "Deactivated"]) {
          await expect(sent).not.to.emit(registry, name);
        }
        expect(await registry.counts()).to.deep.equal([15n, 6n, 0n, 0n]);
      });

      it("keeps everybody's score and the thresholds", async () => {
        const fixture = await loadFixture(seatedNodes);
        const { registry, nodes, epoch } = fixture;
        const entries = new Map([[nodes[3]!.operator.address, scoring(95n)]]);
        await finalizeEpoch(fixture, { epoch, entries });
        expect((await registry.nodeOf(nodes[3]!.operator)).lastScore).to.equal(percent(95n));
        const other = await registry.nodeOf(nodes[20]!.operator);
        expect(other).to.deep.equal([Status.Reserved, 21n, true, 0n, 0n, true, ONE]);
        expect(await registry.thresholds()).to.deep.equal([percent(80n), percent(90n), 11n]);
      });

      it("confines who is below 0.80, and spares who equals it", async () => {
        const fixture = await loadFixture(seatedNodes);
        const { registry, nodes, epoch } = fixture;
        const entries = new Map([
          [nodes[3]!.operator.address, scoring(80n)],
          [nodes[4]!.operator.address, measured(1_151n)],
        ]);
        const sent = await finalizeEpoch(fixture, { epoch, entries });
        expect(await operatorsIn(registry, sent, "Confined")).to.deep.equal(addressesOf([nodes[4]!]));
      });

      it("emits Confined with the seat and the end, and Promoted for who takes over", async () => {
        const fixture = await loadFixture(seatedNodes);
        const { registry, nodes, epoch } = fixture;
        const sent = await finalizeEpoch(fixture, { epoch, entries: new Map([[nodes[4]!.operator.address, DOWN]]) });
        const { timestamp } = (await sent.getBlock())!;
        await expect(sent)
          .to.emit(registry, "Confined")
          .withArgs(nodes[4]!.operator, 4n, BigInt(timestamp) + DAY);
        await expect(sent).to.emit(registry, "Promoted").withArgs(nodes[15]!.operator, 15n);
        expect(await registry.counts()).to.deep.equal([15n, 5n, 1n, 0n]);
      });

      it("confines 5 of 15, exactly a third", async () => {
        const fixture = await loadFixture(seatedNodes);
        const { registry, nodes, epoch } = fixture;
        const failing = nodes.slice(0, 5);
        const entries = new Map(failing.map(({ operator }) => [operator.address, DOWN]));
        const sent = await finalizeEpoch(fixture, { epoch, entries });
        expect(await operatorsIn(registry, sent, "Confined")).to.have.members(addressesOf(failing));
        expect(await operatorsIn(registry, sent, "Promoted")).to.deep.equal(addressesOf(nodes.slice(15, 20)));
        await expect(sent).not.to.emit(registry, "ConfinementSuspended");
        expect(await registry.counts()).to.deep.equal([15n, 1n, 5n, 0n]);
      });

      for (const count of [6, 15, 21]) {
        it(`confines nobody if ${count} of 21 fail, the Active first`, async () => {
          const fixture = await loadFixture(seatedNodes);
          const { registry, nodes, epoch } = fixture;
          const entries = new Map(nodes.slice(0, count).map(({ operator }) => [operator.address, DOWN]));
          const sent = finalizeEpoch(fixture, { epoch, entries });
          await expect(sent).to.emit(registry, "ConfinementSuspended").withArgs(epoch, Math.min(count, 15), 15n);
          await expect(sent).not.to.emit(registry, "Confined");
          expect(await registry.counts()).to.deep.equal([15n, 6n, 0n, 0n]);
          expect(await registry.nodeOf(nodes[0]!.operator)).to.deep.equal([Status.Active, 1n, true, 0n, 0n, true, 0n]);
        });
      }

      it("confines all Reserved that fail, however many", async () => {
        const fixture = await loadFixture(seatedNodes);
        const { registry, nodes, epoch } = fixture;
        const failing = nodes.slice(15);
        const entries = new Map(failing.map(({ operator }) => [operator.address, DOWN]));
        const sent = await finalizeEpoch(fixture, { epoch, entries });
        expect(await operatorsIn(registry, sent, "Confined")).to.deep.equal(addressesOf(failing));
        await expect(sent).not.to.emit(registry, "ConfinementSuspended");
        expect(await registry.counts()).to.deep.equal([15n, 0n, 6n, 0n]);
      });

      it("confines the worst first", async () => {
        const fixture = await loadFixture(seatedNodes);
        const { registry, nodes, epoch } = fixture;
        const entries = new Map([
          [nodes[2]!.operator.address, scoring(50n)],
          [nodes[5]!.operator.address, scoring(20n)],
          [nodes[9]!.operator.address, scoring(70n)],
        ]);
        const sent = await finalizeEpoch(fixture, { epoch, entries });
        expect(await operatorsIn(registry, sent, "Confined")).to.deep.equal(
          addressesOf([nodes[5]!, nodes[2]!, nodes[9]!]),
        );
      });

      it("of equal scores confines the later registration first", async () => {
        const fixture = await loadFixture(equalNodes);
        const { registry, nodes, epoch } = fixture;
        const entries = new Map([2, 9, 5].map((index) => [nodes[index]!.operator.address, scoring(50n)]));
        const sent = await finalizeEpoch(fixture, { epoch, entries });
        expect(await operatorsIn(registry, sent, "Confined")).to.deep.equal(
          addressesOf([nodes[9]!, nodes[5]!, nodes[2]!]),
        );
      });

      it("stops at 11 Active, and spares the best of those that failed", async () => {
        const fixture = await loadFixture(seatedNodes);
        const { registry, nodes, epoch } = fixture;
        const entries = new Map(nodes.slice(15).map(({ operator }) => [operator.address, DOWN]));
        for (const [index, node] of nodes.slice(0, 5).entries()) {
          entries.set(node.operator.address, scoring(BigInt(70 - index)));
        }
        const sent = await finalizeEpoch(fixture, { epoch, entries });
        expect(await operatorsIn(registry, sent, "Confined")).to.deep.equal(
          addressesOf([...nodes.slice(15), ...nodes.slice(1, 5).reverse()]),
        );
        await expect(sent).to.emit(registry, "Spared").withArgs(nodes[0]!.operator, epoch);
        expect(await registry.counts()).to.deep.equal([11n, 0n, 10n, 0n]);
        expect(await registry.statusOf(nodes[0]!.operator)).to.equal(Status.Active);
      });

      it("deactivates whose position does not qualify any longer, failed or not", async () => {
        const fixture = await loadFixture(seatedNodes);
        const { registry, stakeWeight, nodes, epoch } = fixture;
        for (const index of [0, 1, 20]) await stakeWeight.connect(nodes[index]!.operator).initiateUnlock();
        const sent = finalizeEpoch(fixture, { epoch, entries: new Map([[nodes[1]!.operator.address, DOWN]]) });
        for (const index of [0, 1, 20]) {
          await expect(sent).to.emit(registry, "Deactivated").withArgs(nodes[index]!.operator, Reason.Unqualified);
        }
        await expect(sent).not.to.emit(registry, "Confined");
        expect(await registry.counts()).to.deep.equal([15n, 3n, 0n, 0n]);
      });
    });

    describe("given scores of any kind", () => {
      it("is paid who passed, and who failed is not", async () => {
        const fixture = await loadFixture(readyToScore);
        const { nodes, epoch } = fixture;
        const failing = [nodes[1]!, nodes[17]!];
        const { paid, confined } = await applyScores(fixture, { epoch, scores: scoresOf(failing, 0n) });
        expect(confined).to.deep.equal(addressesOf(failing));
        expect(paid).to.deep.equal(addressesOf(nodes.filter((node) => !failing.includes(node))));
      });

      it("who is spared is neither paid nor confined", async () => {
        const fixture = await loadFixture(readyToScore);
        const { nodes, epoch } = fixture;
        const failing = [...nodes.slice(0, 5), ...nodes.slice(15)];
        const { paid, confined } = await applyScores(fixture, { epoch, scores: scoresOf(failing, 0n) });
        expect(paid).to.deep.equal(addressesOf(nodes.slice(5, 15)));
        // The earliest registration is spared.
        expect(confined).to.have.members(addressesOf([...nodes.slice(1, 5), ...nodes.slice(15)]));
      });

      it("all are paid who failed together", async () => {
        const fixture = await loadFixture(readyToScore);
        const { nodes, epoch } = fixture;
        const { paid, confined } = await applyScores(fixture, {
          epoch,
          scores: scoresOf([...nodes.slice(0, 6), nodes[20]!], percent(10n)),
        });
        expect(confined).to.deep.equal([]);
        expect(paid).to.deep.equal(addressesOf(nodes));
      });

      it("neither pays nor confines for missing data, and keeps the last score", async () => {
        const fixture = await loadFixture(scoredOnce);
        const { registry, nodes, epoch } = fixture;
        const lacking = [nodes[1]!, nodes[17]!];
        const { paid, confined } = await applyScores(fixture, { epoch, scores: scoresOf(lacking, NO_SCORE) });
        expect(confined).to.deep.equal([]);
        expect(paid).to.deep.equal(addressesOf(nodes.filter((node) => !lacking.includes(node))));
        const { hasScore, lastScore } = await registry.nodeOf(nodes[1]!.operator);
        expect([hasScore, lastScore]).to.deep.equal([true, ONE]);
      });

      it("changes nothing if nobody has data", async () => {
        const fixture = await loadFixture(scoredOnce);
        const { registry, nodes, epoch } = fixture;
        const { sent, paid, confined } = await applyScores(fixture, { epoch, rest: NO_SCORE });
        expect([paid, confined]).to.deep.equal([[], []]);
        await expect(sent).not.to.emit(registry, "ConfinementSuspended");
        expect(await registry.nodeOf(nodes[0]!.operator)).to.deep.equal([Status.Active, 1n, true, 0n, 0n, true, ONE]);
      });

      it("keeps scores from 0 to 1, rounded down to nine places", async () => {
        const fixture = await loadFixture(readyToScore);
        const { registry, nodes, epoch } = fixture;
        const scores = [0n, 1n, percent(80n) - 1n, percent(80n), ONE - 1n, ONE];
        const given = new Map(scores.map((score, index) => [nodes[index + 2]!.operator.address, score]));
        await applyScores(fixture, { epoch, scores: given });
        for (const [index, score] of scores.entries()) {
          const { hasScore, lastScore } = await registry.nodeOf(nodes[index + 2]!.operator);
          expect([hasScore, lastScore]).to.deep.equal([true, score - (score % 10n ** 9n)]);
        }
      });

      it("takes the thresholds of the epoch", async () => {
        const fixture = await loadFixture(readyToScore);
        const { registry, nodes, epoch } = fixture;
        const { confined } = await applyScores(fixture, {
          epoch,
          scores: scoresOf([nodes[0]!], percent(95n) - 1n).set(nodes[1]!.operator.address, percent(95n)),
          thresholds: { confinement: percent(95n), promotion: percent(99n), activeFloor: 2n },
        });
        expect(confined).to.deep.equal(addressesOf([nodes[0]!]));
        expect(await registry.thresholds()).to.deep.equal([percent(95n), percent(99n), 2n]);
      });

      it("counts a third of those that kept their seats", async () => {
        const fixture = await loadFixture(readyToScore);
        const { registry, nodes, epoch } = fixture;
        // 14 of 15 kept theirs, and 5 of them are more than a third.
        await registry.connect(nodes[14]!.operator).leave();
        const { sent, confined } = await applyScores(fixture, { epoch, scores: scoresOf(nodes.slice(0, 5), 0n) });
        await expect(sent).to.emit(registry, "ConfinementSuspended").withArgs(epoch, 5n, 14n);
        expect(confined).to.deep.equal([]);
      });

      it("does not count who does not qualify, neither as failed nor among the others", async () => {
        const fixture = await loadFixture(readyToScore);
        const { registry, nodes, epoch } = fixture;
        const failing = nodes.slice(0, 6);
        const unqualified = addressesOf(nodes.slice(0, 1));
        const { sent, paid } = await applyScores(fixture, { epoch, scores: scoresOf(failing, 0n), unqualified });
        // 5 of 14.
        await expect(sent).to.emit(registry, "ConfinementSuspended").withArgs(epoch, 5n, 14n);
        expect(paid).to.deep.equal(addressesOf(nodes.slice(1)));
      });

      it("ignores who is left of a third in Reserved", async () => {
        const fixture = await loadFixture(readyToScore);
        const { registry, nodes, epoch } = fixture;
        const failing = [...nodes.slice(0, 5), ...nodes.slice(15, 18)];
        const { sent } = await applyScores(fixture, { epoch, scores: scoresOf(failing, 0n) });
        await expect(sent).not.to.emit(registry, "ConfinementSuspended");
        // Three passed and take over, one more can go before 11 are left: 15 − 5 + 3 = 13.
        expect(await registry.counts()).to.deep.equal([13n, 0n, 8n, 0n]);
      });

      it("replaces below the floor by who passed, above it only by 0.90", async () => {
        const fixture = await loadFixture(readyToScore);
        const { registry, nodes, epoch } = fixture;
        const scores = scoresOf(nodes.slice(0, 5), 0n);
        for (const { operator } of nodes.slice(15)) scores.set(operator.address, percent(85n));
        const { sent } = await applyScores(fixture, { epoch, scores });
        // Four go unreplaced down to 11; the fifth would leave 10, so that 0.85 is enough.
        expect(await operatorsIn(registry, sent, "Promoted")).to.deep.equal(addressesOf([nodes[15]!]));
        expect(await operatorsIn(registry, sent, "Spared")).to.deep.equal([]);
        expect(await registry.counts()).to.deep.equal([11n, 5n, 5n, 0n]);
      });

      it("promotes nobody who was promoted for another seat already", async () => {
        const fixture = await loadFixture(readyToScore);
        const { registry, nodes, epoch } = fixture;
        for (const { operator } of nodes.slice(17)) await registry.connect(operator).leave();
        const { sent } = await applyScores(fixture, { epoch, scores: scoresOf(nodes.slice(0, 3), 0n) });
        expect(await operatorsIn(registry, sent, "Promoted")).to.deep.equal(addressesOf(nodes.slice(15, 17)));
        expect(await registry.counts()).to.deep.equal([14n, 0n, 3n, 0n]);
      });

      it("confines without any Reserved", async () => {
        const fixture = await loadFixture(readyToScore);
        const { registry, nodes, epoch } = fixture;
        for (const { operator } of nodes.slice(15)) await registry.connect(operator).leave();
        await applyScores(fixture, { epoch, scores: scoresOf(nodes.slice(0, 5), 0n) });
        expect(await registry.counts()).to.deep.equal([11n, 0n, 4n, 0n]);
      });
    });

    describe("given who changed since the opening", () => {
      it("neither scores nor pays who left in the epoch or after it", async () => {
        const fixture = await loadFixture(readyToScore);
        const { registry, nodes, epoch } = fixture;
        await registry.connect(nodes[0]!.operator).leave();
        await nextAt((epoch + 1n) * DAY);
        await registry.connect(nodes[1]!.operator).leave();
        const { paid, confined } = await applyScores(fixture, {
          epoch,
          scores: scoresOf(nodes.slice(0, 3), 0n),
        });
        expect(confined).to.deep.equal(addressesOf([nodes[2]!]));
        expect(paid).to.deep.equal(addressesOf(nodes.slice(3)));
      });

      it("neither scores nor pays who left and came back into the same seat", async () => {
        const fixture = await loadFixture(readyToScore);
        const { registry, nodes, epoch } = fixture;
        await registry.connect(nodes[0]!.operator).leave();
        await warpTo((await now()) + DAY);
        await register(fixture, nodes[0]!);
        await seat(fixture, [nodes[0]!]);
        expect((await registry.seatHolders())[0]).to.equal(nodes[0]!.operator);
        const { paid, confined } = await applyScores(fixture, { epoch, scores: scoresOf([nodes[0]!], 0n) });
        expect(confined).to.deep.equal([]);
        expect(paid).not.to.include(nodes[0]!.operator.address);
        expect((await registry.nodeOf(nodes[0]!.operator)).hasScore).to.equal(false);
      });

      it("does not score who took a seat that was lost in the epoch, but does so for the next one", async () => {
        const fixture = await loadFixture(readyToScore);
        const { registry, nodes, epoch } = fixture;
        await registry.connect(nodes[7]!.operator).leave();
        const late = nodeFor(await extraOperator(0));
        await stakeFor(fixture, late.operator);
        await register(fixture, late);
        await seat(fixture, [late]);
        expect((await registry.seatHolders())[7]).to.equal(late.operator);
        const first = await applyScores(fixture, { epoch, rest: percent(85n) });
        expect(first.set.operators).not.to.include(late.operator.address);
        expect((await registry.nodeOf(late.operator)).hasScore).to.equal(false);
        const second = await applyScores(fixture, { epoch: epoch + 1n });
        expect(second.paid).to.include(late.operator.address);
        expect((await registry.nodeOf(late.operator)).lastScore).to.equal(ONE);
      });

      it("pays who changed from Reserved to Active", async () => {
        const fixture = await loadFixture(readyToScore);
        const { registry, nodes, epoch } = fixture;
        await registry.connect(nodes[0]!.operator).leave();
        expect(await registry.statusOf(nodes[15]!.operator)).to.equal(Status.Active);
        const { paid } = await applyScores(fixture, { epoch });
        expect(paid).to.deep.equal(addressesOf(nodes.slice(1)));
      });

      it("confines as Active who was promoted after the opening", async () => {
        const fixture = await loadFixture(readyToScore);
        const { registry, nodes, epoch } = fixture;
        await registry.connect(nodes[0]!.operator).leave();
        const { sent, confined } = await applyScores(fixture, { epoch, scores: scoresOf([nodes[15]!], 0n) });
        expect(confined).to.deep.equal(addressesOf([nodes[15]!]));
        expect(await operatorsIn(registry, sent, "Promoted")).to.deep.equal(addressesOf([nodes[16]!]));
      });

      it("confines nobody twice for one epoch", async () => {
        const fixture = await loadFixture(oneConfined);
        const { registry, confined, until, epoch } = fixture;
        // Confined in the epoch that is scored now, and Reserved again.
        await warpTo(until + HOUR);
        const next = epoch + 1n;
        const result = await applyScores(fixture, { epoch: next, scores: scoresOf([confined], percent(50n)) });
        expect(result.set.operators).to.include(confined.operator.address);
        expect(result.confined).to.deep.equal([]);
        expect(result.paid).not.to.include(confined.operator.address);
        const { status, lastScore } = await registry.nodeOf(confined.operator);
        expect([status, lastScore]).to.deep.equal([Status.Reserved, 0n]);
      });

      it("keeps a confinement that runs while the next epoch is scored", async () => {
        const fixture = await loadFixture(oneConfined);
        const { registry, scorer, confined, until, epoch } = fixture;
        await warpTo(until - 1n);
        const { args } = await scoringOf(registry, { epoch: epoch + 1n, rest: 0n });
        await nextAt(until - 1n);
        await registry.connect(scorer).applyScores(...args);
        const { status, returnsAt } = await registry.nodeOf(confined.operator);
        expect([status, returnsAt]).to.deep.equal([Status.Confined, until]);
      });

      it("seats the Reserved that were seated after the opening, too, by their last score", async () => {
        const fixture = await loadFixture(oneConfined);
        const { registry, nodes, confined, until, epoch } = fixture;
        // Scored for the epoch after its return.
        await warpTo(until + HOUR);
        await registry.update();
        const later = epoch + 3n;
        await applyScores(fixture, { epoch: later });
        expect((await registry.nodeOf(confined.operator)).lastScore).to.equal(ONE);
        const { sent } = await applyScores(fixture, { epoch: later + 1n, scores: scoresOf([nodes[3]!], 0n) });
        expect(await operatorsIn(registry, sent, "Promoted")).to.deep.equal(addressesOf([confined]));
      });
    });

    describe("a confinement", () => {
      it("ends after exactly 24 hours, which views tell at once", async () => {
        const { registry, confined, until } = await loadFixture(oneConfined);
        await warpTo(until - 1n);
        expect(await registry.nodeOf(confined.operator)).to.deep.equal([
          Status.Confined,
          1n,
          false,
          0n,
          until,
          true,
          0n,
        ]);
        expect(await registry.counts()).to.deep.equal([15n, 5n, 1n, 0n]);
        expect((await registry.seatedSet()).operators).not.to.include(confined.operator.address);
        await warpTo(until);
        expect(await registry.nodeOf(confined.operator)).to.deep.equal([Status.Reserved, 1n, true, 0n, 0n, true, 0n]);
        expect(await registry.counts()).to.deep.equal([15n, 6n, 0n, 0n]);
        const { reserved, operators } = await registry.seatedSet();
        expect(reserved & 1n).to.equal(1n);
        expect(operators[0]).to.equal(confined.operator);
      });

      it("keeps the seat", async () => {
        const { registry, confined } = await loadFixture(oneConfined);
        expect((await registry.seatHolders())[0]).to.equal(confined.operator);
      });

      it("is not ended by update a second before", async () => {
        const { registry, until } = await loadFixture(oneConfined);
        await nextAt(until - 1n);
        await expect(registry.update()).not.to.emit(registry, "Released");
      });

      it("is ended by anyone's update", async () => {
        const { registry, accounts, confined, until } = await loadFixture(oneConfined);
        await nextAt(until);
        await expect(registry.connect(accounts[0]).update())
          .to.emit(registry, "Released")
          .withArgs(confined.operator, 0n);
        await expect(registry.update()).not.to.emit(registry, "Released");
        expect(await registry.counts()).to.deep.equal([15n, 6n, 0n, 0n]);
      });

      it("is ended by the next finalization", async () => {
        const fixture = await loadFixture(oneConfined);
        const { registry, confined, until, epoch } = fixture;
        await warpTo(until);
        await expect(finalizeEpoch(fixture, { epoch: epoch + 1n }))
          .to.emit(registry, "Released")
          .withArgs(confined.operator, 0n);
      });

      it("is not counted in the set of the epoch that opens meanwhile", async () => {
        const { registry, confined, until, epoch } = await loadFixture(oneConfined);
        await warpTo(until);
        await registry.update();
        const { operators, active, reserved } = await registry.seatedSet();
        const others = operators.filter((operator) => operator !== confined.operator.address);
        const without = { active, reserved: reserved & ~1n, operators: others };
        expect(await registry.setHashAt(epoch + 2n)).to.equal(hashSeatedSet(without));
      });

      it("can be followed by another", async () => {
        const fixture = await loadFixture(oneConfined);
        const { registry, confined, until, epoch } = fixture;
        await warpTo(until);
        const result = await applyScores(fixture, { epoch: epoch + 3n, scores: scoresOf([confined], 0n) });
        expect(result.confined).to.deep.equal(addressesOf([confined]));
        const { timestamp } = (await result.sent.getBlock())!;
        expect((await registry.nodeOf(confined.operator)).returnsAt).to.equal(BigInt(timestamp) + DAY);
      });
    });

    describe("when it is refused", () => {
      for (const [name, offset] of [
        ["the running epoch", 1n],
        ["an epoch before the last one", -1n],
      ] as const) {
        it(`does not take ${name}`, async () => {
          const { registry, asScorer, epoch } = await loadFixture(oneConfined);
          const [, ...rest] = (await scoringOf(registry, { epoch })).args;
          await expect(asScorer.applyScores(epoch + offset, ...rest))
            .to.be.revertedWithCustomError(registry, "UnknownEpoch")
            .withArgs(epoch + offset, epoch + 1n);
        });
      }

      it("does not take an epoch that never comes", async () => {
        const { registry, asScorer, epoch } = await loadFixture(oneConfined);
        const [, ...rest] = (await scoringOf(registry, { epoch })).args;
        await expect(asScorer.applyScores(MaxUint256, ...rest))
          .to.be.revertedWithCustomError(registry, "UnknownEpoch")
          .withArgs(MaxUint256, epoch + 1n);
      });

      it("does not take another set", async () => {
        const { registry, asScorer, epoch } = await loadFixture(oneConfined);
        const { set, args } = await scoringOf(registry, { epoch });
        const [, scoring, thresholds] = args;
        const expected = hashSeatedSet(set);
        const [first, second, ...others] = set.operators;
        for (const wrong of [
          { ...set, active: set.active | set.reserved, reserved: 0n },
          { ...set, operators: [second!, first!, ...others] },
          { ...set, reserved: set.reserved | (1n << 40n) },
          { active: 0n, reserved: 0n, operators: [] },
        ]) {
          const { active, reserved } = wrong;
          const setHash = hashSeatedSet(wrong);
          await expect(asScorer.applyScores(epoch, { ...scoring, setHash, active, reserved }, thresholds))
            .to.be.revertedWithCustomError(registry, "WrongSet")
            .withArgs(epoch, setHash, expected);
        }
      });

      it("takes the set of the epoch, not the one of now", async () => {
        const { registry, asScorer, epoch } = await loadFixture(oneConfined);
        const { set, args } = await scoringOf(registry, { epoch });
        const [, scoring, thresholds] = args;
        const { active, reserved, operators } = await registry.seatedSet();
        const setHash = hashSeatedSet({ active, reserved, operators: [...operators] });
        await expect(asScorer.applyScores(epoch, { ...scoring, setHash, active, reserved }, thresholds))
          .to.be.revertedWithCustomError(registry, "WrongSet")
          .withArgs(epoch, setHash, hashSeatedSet(set));
      });

      it("is for the oracle alone", async () => {
        const { registry, admin, epoch } = await loadFixture(oneConfined);
        await expect(registry.connect(admin).applyScores(...(await scoringOf(registry, { epoch })).args))
          .to.be.revertedWithCustomError(registry, "AccessControlUnauthorizedAccount")
          .withArgs(admin, await registry.ORACLE_ROLE());
      });
    });

    describe("paid and confined", () => {
      it("are told by seats, not by the order of the set", async () => {
        const fixture = await loadFixture(readyToScore);
        const { registry, scorer, nodes, epoch } = fixture;
        // From the next opening on seats 0 and 1 are empty.
        for (const { operator } of nodes.slice(0, 2)) await registry.connect(operator).leave();
        const next = epoch + 1n;
        await warpTo((next + 1n) * DAY);
        const scores = scoresOf([nodes[2]!], 0n);
        const { set, args } = await scoringOf(registry, { epoch: next, scores });
        expect(set.active & 3n).to.equal(0n);
        const { paid, confined } = await registry.connect(scorer).applyScores.staticCall(...args);
        expect(confined).to.equal(1n << 2n);
        expect(paid).to.equal(((1n << 21n) - 1n) & ~7n);
        expect(operatorsOf(set, paid)).to.deep.equal(addressesOf(nodes.slice(3)));
      });
    });

    describe("register anew", () => {
      it("is possible to who was deactivated unqualified, once it qualifies", async () => {
        const fixture = await loadFixture(readyToScore);
        const { registry, nodes, epoch } = fixture;
        const { operator, key, endpoint } = nodes[0]!;
        await applyScores(fixture, { epoch, unqualified: [operator.address], thresholds: THRESHOLDS });
        expect(await registry.statusOf(operator)).to.equal(Status.Deactivated);
        await warpTo((await now()) + DAY);
        await registry.connect(operator).register(key, endpoint, await ownershipOf(fixture, nodes[0]!));
        expect(await registry.statusOf(operator)).to.equal(Status.Standby);
      });
    });
  });
});
