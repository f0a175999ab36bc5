import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { MaxUint256, ZeroAddress } from "ethers";
import { NO_SCORE } from "../../../scripts/performance/scoreNodes";
import { WCT } from "../../support/amounts";
import {
  extraOperator,
  NODE_STAKE,
  nodeContracts,
  nodeFor,
  register,
  seat,
  seatedNodes,
  stakeFor,
  type TestNode,
} from "../../support/nodes";
import {
  addressesOf,
  applyScores,
  operatorsIn,
  percent,
  readyToScore,
  scoredOnce,
  scoresOf,
  Status,
  THRESHOLDS,
  withScorer,
} from "../../support/scores";
import { DAY, HOUR, nextAt, now, warpTo } from "../../support/time";

/** One node Active, and two of equal stake Reserved, of which the later registered has the lower seat. */
async function tied() {
  const contracts = await withScorer(await nodeContracts());
  const { registry, admin, operators } = contracts;
  await registry.connect(admin).setTargets(1n, 2n);
  const [active, earlier, later] = operators.slice(0, 3).map(nodeFor) as [TestNode, TestNode, TestNode];
  for (const node of [active, earlier, later]) {
    await stakeFor(contracts, node.operator);
    await register(contracts, node);
  }
  await seat(contracts, [active]);
  await seat(contracts, [later, earlier]);
  return { ...contracts, active, earlier, later };
}

/** {@link scoredOnce}, where the Reserved have these scores in hundredths, the first the one of the most weight. */
async function reservedScored(...scores: bigint[]) {
  const fixture = await readyToScore();
  const { nodes, epoch } = fixture;
  const reserved = nodes.slice(15);
  const given = new Map(reserved.map(({ operator }, index) => [operator.address, percent(scores[index]!)]));
  await applyScores(fixture, { epoch, scores: given });
  return { ...fixture, reserved, epoch: epoch + 1n };
}

async function reservedAtNinety() {
  return reservedScored(89n, 90n, 100n, 80n, 80n, 80n);
}

async function reservedAtEighty() {
  const fixture = await readyToScore();
  const { nodes, epoch } = fixture;
  const scores = scoresOf(nodes.slice(15), percent(90n) - 1n);
  scores.set(nodes[18]!.operator.address, percent(80n));
  await applyScores(fixture, { epoch, scores });
  return { ...fixture, reserved: nodes.slice(15), epoch: epoch + 1n };
}

describe("NodeRegistry", () => {
  describe("promotion", () => {
    describe("before the first scored epoch", () => {
      it("makes the first 15 Active and the others Reserved", async () => {
        const { registry, nodes } = await loadFixture(seatedNodes);
        expect(await registry.counts()).to.deep.equal([15n, 6n, 0n, 0n]);
        expect(await registry.statusOf(nodes[14]!.operator)).to.equal(Status.Active);
        expect(await registry.statusOf(nodes[15]!.operator)).to.equal(Status.Reserved);
      });

      it("needs no score", async () => {
        const { registry, nodes } = await loadFixture(seatedNodes);
        await expect(registry.connect(nodes[0]!.operator).leave())
          .to.emit(registry, "Promoted")
          .withArgs(nodes[15]!.operator, 15n);
        expect(await registry.statusOf(nodes[15]!.operator)).to.equal(Status.Active);
      });

      it("goes by stake weight at the time", async () => {
        const fixture = await loadFixture(seatedNodes);
        const { registry, token, stakeWeight, deployer, nodes } = fixture;
        const { operator } = nodes[19]!;
        await token.connect(deployer).transfer(operator, 10n * WCT);
        await token.connect(operator).approve(stakeWeight, 10n * WCT);
        await stakeWeight.connect(operator).increaseAmount(10n * WCT);
        await registry.connect(nodes[0]!.operator).leave();
        expect(await registry.statusOf(operator)).to.equal(Status.Active);
        expect(await registry.statusOf(nodes[15]!.operator)).to.equal(Status.Reserved);
      });

      it("of equal stake weights prefers the earlier registration, whatever the seat", async () => {
        const { registry, active, earlier, later } = await loadFixture(tied);
        expect((await registry.seatHolders()).slice(1, 3)).to.deep.equal(addressesOf([later, earlier]));
        await expect(registry.connect(active.operator).leave())
          .to.emit(registry, "Promoted")
          .withArgs(earlier.operator, 2n);
      });

      it("goes by the new number of who registered anew", async () => {
        const fixture = await loadFixture(tied);
        const { registry, active, earlier, later } = fixture;
        await registry.connect(earlier.operator).leave();
        await warpTo((await now()) + DAY);
        await register(fixture, earlier);
        await seat(fixture, [earlier]);
        await registry.connect(active.operator).leave();
        expect(await registry.statusOf(later.operator)).to.equal(Status.Active);
      });

      it("is not over by an epoch in which nobody has data", async () => {
        const fixture = await loadFixture(readyToScore);
        const { registry, nodes, epoch } = fixture;
        await applyScores(fixture, { epoch, rest: NO_SCORE });
        await registry.connect(nodes[0]!.operator).leave();
        expect(await registry.statusOf(nodes[15]!.operator)).to.equal(Status.Active);
      });
    });

    describe("after it", () => {
      it("needs 0.90, to the unit", async () => {
        const { registry, nodes, reserved } = await loadFixture(reservedAtNinety);
        await expect(registry.connect(nodes[0]!.operator).leave())
          .to.emit(registry, "Promoted")
          .withArgs(reserved[1]!.operator, 16n);
        await expect(registry.connect(nodes[1]!.operator).leave())
          .to.emit(registry, "Promoted")
          .withArgs(reserved[2]!.operator, 17n);
        await expect(registry.connect(nodes[2]!.operator).leave()).not.to.emit(registry, "Promoted");
        expect(await registry.counts()).to.deep.equal([14n, 4n, 0n, 0n]);
      });

      it("needs a score", async () => {
        const fixture = await loadFixture(scoredOnce);
        const { registry, nodes } = fixture;
        for (const { operator } of nodes.slice(15)) await registry.connect(operator).leave();
        await registry.connect(nodes[0]!.operator).leave();
        const late = nodeFor(await extraOperator(0));
        await stakeFor(fixture, late.operator, { amount: 10n * NODE_STAKE });
        await register(fixture, late);
        await seat(fixture, [late]);
        expect(await registry.statusOf(late.operator)).to.equal(Status.Reserved);
        expect(await registry.counts()).to.deep.equal([14n, 1n, 0n, 0n]);
      });

      it("needs a score below the floor, too", async () => {
        const fixture = await loadFixture(scoredOnce);
        const { registry, nodes } = fixture;
        for (const { operator } of nodes.slice(5)) await registry.connect(operator).leave();
        const late = nodeFor(await extraOperator(0));
        await stakeFor(fixture, late.operator);
        await register(fixture, late);
        await seat(fixture, [late]);
        expect(await registry.statusOf(late.operator)).to.equal(Status.Reserved);
      });

      it("uses the last score where the last epoch has none", async () => {
        const fixture = await loadFixture(scoredOnce);
        const { registry, nodes, epoch } = fixture;
        await applyScores(fixture, { epoch, rest: NO_SCORE });
        await registry.connect(nodes[0]!.operator).leave();
        expect(await registry.statusOf(nodes[15]!.operator)).to.equal(Status.Active);
      });

      it("is enough with the confinement threshold while fewer than the floor are Active", async () => {
        const { registry, nodes, reserved } = await loadFixture(reservedAtEighty);
        for (const { operator } of nodes.slice(0, 4)) {
          await expect(registry.connect(operator).leave()).not.to.emit(registry, "Promoted");
        }
        for (const index of [0, 1, 2, 3]) {
          await expect(registry.connect(nodes[index + 4]!.operator).leave())
            .to.emit(registry, "Promoted")
            .withArgs(reserved[index]!.operator, 15 + index);
        }
        expect(await registry.counts()).to.deep.equal([11n, 2n, 0n, 0n]);
      });

      it("is not enough below the confinement threshold, however few are Active", async () => {
        const fixture = await loadFixture(readyToScore);
        const { registry, nodes, epoch } = fixture;
        // More than a third fail, so they stay.
        const scores = scoresOf([...nodes.slice(0, 6), ...nodes.slice(15)], percent(80n) - 1n);
        await applyScores(fixture, { epoch, scores });
        for (const { operator } of nodes.slice(0, 10)) {
          await expect(registry.connect(operator).leave()).not.to.emit(registry, "Promoted");
        }
        expect(await registry.counts()).to.deep.equal([5n, 6n, 0n, 0n]);
      });

      it("follows the thresholds of the last scored epoch", async () => {
        const fixture = await loadFixture(readyToScore);
        const { registry, nodes, epoch } = fixture;
        const thresholds = { confinement: percent(10n), promotion: percent(50n), activeFloor: 3n };
        await applyScores(fixture, { epoch, rest: percent(50n), thresholds });
        expect(await registry.thresholds()).to.deep.equal([percent(10n), percent(50n), 3n]);
        await registry.connect(nodes[0]!.operator).leave();
        expect(await registry.statusOf(nodes[15]!.operator)).to.equal(Status.Active);
      });

      it("fills a seat that was free in the next finalization", async () => {
        const fixture = await loadFixture(reservedAtEighty);
        const { registry, nodes, reserved, epoch } = fixture;
        for (const { operator } of nodes.slice(0, 2)) await registry.connect(operator).leave();
        const { sent } = await applyScores(fixture, { epoch });
        expect(await operatorsIn(registry, sent, "Promoted")).to.deep.equal(addressesOf(reserved.slice(0, 2)));
      });
    });

    describe("when confined nodes return", () => {
      it("lifts Reserved above 6", async () => {
        const fixture = await loadFixture(readyToScore);
        const { registry, nodes, epoch } = fixture;
        const { sent } = await applyScores(fixture, { epoch, scores: scoresOf(nodes.slice(15), 0n) });
        const { timestamp } = (await sent.getBlock())!;
        const late: TestNode[] = [];
        for (let index = 0; index < 6; ++index) {
          const node = nodeFor(await extraOperator(index));
          await stakeFor(fixture, node.operator);
          await register(fixture, node);
          late.push(node);
        }
        await seat(fixture, late);
        expect(await registry.counts()).to.deep.equal([15n, 6n, 6n, 0n]);
        await warpTo(BigInt(timestamp) + DAY);
        expect(await registry.counts()).to.deep.equal([15n, 12n, 0n, 0n]);
        await registry.update();
        expect(await registry.counts()).to.deep.equal([15n, 12n, 0n, 0n]);
      });

      it("does not promote them by the score they failed with", async () => {
        const fixture = await loadFixture(readyToScore);
        const { registry, nodes, epoch } = fixture;
        await applyScores(fixture, { epoch, scores: scoresOf(nodes.slice(15), 0n) });
        await registry.connect(nodes[0]!.operator).leave();
        await nextAt((await now()) + DAY);
        await registry.update();
        expect(await registry.counts()).to.deep.equal([14n, 6n, 0n, 0n]);
      });
    });
  });

  describe("setTargets", () => {
    for (const [active, reserved] of [
      [1n, 0n],
      [1n, 23n],
      [15n, 0n],
      [15n, 9n],
    ] as const) {
      it(`takes ${active} Active and ${reserved} Reserved`, async () => {
        const { registry, admin } = await loadFixture(tied);
        await expect(registry.connect(admin).setTargets(active, reserved))
          .to.emit(registry, "TargetsSet")
          .withArgs(active, reserved);
        expect(await registry.targets()).to.deep.equal([active, reserved]);
      });
    }

    for (const [active, reserved] of [
      [0n, 6n],
      [16n, 0n],
      [15n, 10n],
      [1n, 24n],
      [15n, MaxUint256],
      [MaxUint256, 0n],
      [271n, 0n],
      [1n, 256n],
    ] as const) {
      it(`refuses ${active} Active and ${reserved} Reserved`, async () => {
        const { registry, admin } = await loadFixture(tied);
        await expect(registry.connect(admin).setTargets(active, reserved))
          .to.be.revertedWithCustomError(registry, "InvalidTargets")
          .withArgs(active, reserved, 15n, 24n);
      });
    }

    it("promotes at once if more are wanted", async () => {
      const { registry, admin, earlier, later } = await loadFixture(tied);
      const sent = await registry.connect(admin).setTargets(3n, 0n);
      expect(await operatorsIn(registry, sent, "Promoted")).to.deep.equal(addressesOf([earlier, later]));
      expect(await registry.counts()).to.deep.equal([3n, 0n, 0n, 0n]);
    });

    it("takes nobody's seat if fewer are wanted", async () => {
      const { registry, admin } = await loadFixture(seatedNodes);
      await registry.connect(admin).setTargets(10n, 2n);
      expect(await registry.counts()).to.deep.equal([15n, 6n, 0n, 0n]);
    });

    it("fills seats only below the new target", async () => {
      const { registry, admin, nodes } = await loadFixture(seatedNodes);
      await registry.connect(admin).setTargets(14n, 2n);
      await expect(registry.connect(nodes[0]!.operator).leave()).not.to.emit(registry, "Promoted");
      await expect(registry.connect(nodes[1]!.operator).leave()).to.emit(registry, "Promoted");
      expect(await registry.counts()).to.deep.equal([14n, 5n, 0n, 0n]);
    });

    it("moves the number of places", async () => {
      const fixture = await loadFixture(tied);
      const { registry, admin } = fixture;
      const late = nodeFor(await extraOperator(0));
      await stakeFor(fixture, late.operator);
      await register(fixture, late);
      await registry.connect(admin).setTargets(1n, 1n);
      await expect(registry.callUp(late.operator, ZeroAddress))
        .to.be.revertedWithCustomError(registry, "NoFreePlace")
        .withArgs(3n, 2n);
      await registry.connect(admin).setTargets(1n, 3n);
      await expect(registry.callUp(late.operator, ZeroAddress)).to.emit(registry, "CalledUp");
    });

    it("never makes more than 15 Active, whoever is good enough", async () => {
      const fixture = await loadFixture(readyToScore);
      const { registry, admin, epoch } = fixture;
      await registry.connect(admin).setTargets(15n, 9n);
      await applyScores(fixture, { epoch });
      expect(await registry.counts()).to.deep.equal([15n, 6n, 0n, 0n]);
    });

    it("writes the opening of the epoch before", async () => {
      const { registry, admin, epoch } = await loadFixture(seatedNodes);
      await nextAt((epoch + 1n) * DAY + HOUR);
      await expect(registry.connect(admin).setTargets(15n, 6n))
        .to.emit(registry, "EpochOpened")
        .withArgs(epoch + 1n, await registry.setHashAt(epoch));
    });

    it("below the floor of Active nodes confines all the same", async () => {
      const fixture = await loadFixture(readyToScore);
      const { registry, admin, nodes, epoch } = fixture;
      await registry.connect(admin).setTargets(4n, 2n);
      // Nobody takes a seat, since 15 are more than the target already; 11 is above the target and no reason to spare.
      const { sent } = await applyScores(fixture, {
        epoch,
        scores: scoresOf(nodes.slice(0, 5), 0n),
        thresholds: { ...THRESHOLDS, activeFloor: 15n },
      });
      expect(await operatorsIn(registry, sent, "Spared")).to.deep.equal([]);
      expect(await registry.counts()).to.deep.equal([10n, 6n, 5n, 0n]);
    });
  });
});
