import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { WCT } from "../../support/amounts";
import { epochOf, nodeContracts, nodeFor, ownershipOf, register, stakeFor, type TestNode } from "../../support/nodes";
import { applyScores, readyToScore, Reason, scoresOf, Status } from "../../support/scores";
import { withSlasher } from "../../support/slashing";
import { DAY, nextAt, now } from "../../support/time";

/**
 * One node in each status, of an epoch that is scored: `active`, `reserved`, `confined` until `until`, `standby`, `calledUp`,
 * `left`, and `none` without a node.
 */
async function inEachStatus() {
  const fixture = await readyToScore();
  const { registry, nodes, operators, epoch } = fixture;
  const [standby, calledUp, left, none] = operators.slice(21).map(nodeFor) as [TestNode, TestNode, TestNode, TestNode];
  for (const node of [standby, calledUp, left, none]) await stakeFor(fixture, node.operator);
  for (const node of [standby, calledUp, left]) await register(fixture, node);
  await registry.connect(left.operator).leave();
  const confined = nodes[4]!;
  const { sent } = await applyScores(fixture, { epoch, scores: scoresOf([confined], 0n) });
  const { timestamp } = (await sent.getBlock())!;
  await registry.callUp(calledUp.operator, ZeroAddress);
  const [active, reserved] = [nodes[0]!, nodes[20]!];
  const present = { active, reserved, confined, standby, calledUp };
  return { ...fixture, ...present, present, left, none, until: BigInt(timestamp) + DAY };
}

/** A node that stands by with exactly the least stake, of which 1 % is held back. */
async function leastStaked() {
  const fixture = await withSlasher(await nodeContracts());
  const node = nodeFor(fixture.operators[0]!);
  const amount = 100_000n * WCT;
  await stakeFor(fixture, node.operator, { amount });
  await register(fixture, node);
  await fixture.asSlasher.holdForSlash(node.operator, 100n);
  return { ...fixture, node, held: amount / 100n };
}

const statuses = ["active", "reserved", "confined", "standby", "calledUp"] as const;

describe("NodeRegistry", () => {
  describe("leave", () => {
    for (const status of statuses) {
      it(`deactivates who is ${status}`, async () => {
        const { registry, identities, present } = await loadFixture(inEachStatus);
        const { operator } = present[status];
        const sent = registry.connect(operator).leave();
        await expect(sent).to.emit(registry, "Deactivated").withArgs(operator, Reason.Left);
        await expect(sent).to.emit(identities, "EndpointReleased").withArgs(operator);
        expect(await registry.statusOf(operator)).to.equal(Status.Deactivated);
        expect(await registry.seatHolders()).not.to.include(operator.address);
      });
    }

    it("is refused to who has no node, or left already", async () => {
      const { registry, left, none } = await loadFixture(inEachStatus);
      for (const [{ operator }, status] of [
        [left, Status.Deactivated],
        [none, Status.None],
      ] as const) {
        await expect(registry.connect(operator).leave())
          .to.be.revertedWithCustomError(registry, "WrongStatus")
          .withArgs(operator, status);
      }
    });

    it("gives a free active seat at once to the best Reserved node", async () => {
      const { registry, nodes, active } = await loadFixture(inEachStatus);
      // The best of the six took the seat of the confined one.
      await expect(registry.connect(active.operator).leave())
        .to.emit(registry, "Promoted")
        .withArgs(nodes[16]!.operator, 16n);
      expect(await registry.counts()).to.deep.equal([15n, 4n, 1n, 1n]);
    });

    it("frees the place of who was called up", async () => {
      const { registry, calledUp, standby } = await loadFixture(inEachStatus);
      await registry.connect(calledUp.operator).leave();
      await expect(registry.callUp(standby.operator, ZeroAddress)).to.emit(registry, "CalledUp");
    });

    it("takes nobody else's seat", async () => {
      const { registry, nodes, reserved } = await loadFixture(inEachStatus);
      const before = await registry.seatHolders();
      await registry.connect(reserved.operator).leave();
      const after = await registry.seatHolders();
      expect(after.filter((holder, seat) => holder !== before[seat])).to.deep.equal([ZeroAddress]);
      expect(after[20]).to.equal(ZeroAddress);
      expect(await registry.statusOf(nodes[19]!.operator)).to.equal(Status.Reserved);
    });

    it("emits nothing of a promotion if nobody was Active", async () => {
      const { registry, standby } = await loadFixture(inEachStatus);
      await expect(registry.connect(standby.operator).leave()).not.to.emit(registry, "Promoted");
    });

    describe("when Confined", () => {
      it("keeps the end of the confinement", async () => {
        const { registry, confined, until } = await loadFixture(inEachStatus);
        await registry.connect(confined.operator).leave();
        const { status, returnsAt } = await registry.nodeOf(confined.operator);
        expect([status, returnsAt]).to.deep.equal([Status.Deactivated, until]);
      });

      it("refuses to register anew until the last second of it", async () => {
        const fixture = await loadFixture(inEachStatus);
        const { registry, confined, until } = fixture;
        await registry.connect(confined.operator).leave();
        const { operator, key, endpoint } = confined;
        const signature = await ownershipOf(fixture, confined);
        await nextAt(until - 1n);
        await expect(registry.connect(operator).register(key, endpoint, signature))
          .to.be.revertedWithCustomError(registry, "TooEarlyToReturn")
          .withArgs(operator, until);
        await nextAt(until);
        await registry.connect(operator).register(key, endpoint, signature);
        const { status, returnsAt } = await registry.nodeOf(operator);
        expect([status, returnsAt]).to.deep.equal([Status.Standby, 0n]);
      });

      it("waits like any seated one, if the confinement is over and not yet written", async () => {
        const fixture = await loadFixture(inEachStatus);
        const { registry, confined, until } = fixture;
        const { operator } = confined;
        await nextAt(until);
        await expect(registry.connect(operator).leave()).to.emit(registry, "Released").withArgs(operator, 4n);
        expect((await registry.nodeOf(operator)).returnsAt).to.equal(until + DAY);
      });
    });
  });

  describe("deactivate", () => {
    for (const status of statuses) {
      it(`removes who is ${status}`, async () => {
        const { registry, registrar, present } = await loadFixture(inEachStatus);
        const { operator } = present[status];
        await expect(registry.connect(registrar).deactivate(operator))
          .to.emit(registry, "Deactivated")
          .withArgs(operator, Reason.Removed);
        expect(await registry.statusOf(operator)).to.equal(Status.Deactivated);
      });
    }

    it("is refused for who has no node, or left already", async () => {
      const { registry, registrar, left, none } = await loadFixture(inEachStatus);
      for (const [{ operator }, status] of [
        [left, Status.Deactivated],
        [none, Status.None],
      ] as const) {
        await expect(registry.connect(registrar).deactivate(operator))
          .to.be.revertedWithCustomError(registry, "WrongStatus")
          .withArgs(operator, status);
      }
    });

    it("is refused in Phase 2, from its first second on", async () => {
      const { registry, registrar, admin, reserved, active } = await loadFixture(inEachStatus);
      await registry.connect(admin).setPhase(1n);
      const opening = (epochOf(await now()) + 1n) * DAY;
      await nextAt(opening - 1n);
      await registry.connect(registrar).deactivate(reserved.operator);
      await nextAt(opening);
      await expect(registry.connect(registrar).deactivate(active.operator)).to.be.revertedWithCustomError(
        registry,
        "NotInPhaseOne",
      );
    });
  });

  describe("deactivateUnqualified", () => {
    for (const status of statuses) {
      it(`deactivates who is ${status} and whose position is Unlocking`, async () => {
        const { registry, stakeWeight, accounts, present } = await loadFixture(inEachStatus);
        const { operator } = present[status];
        await stakeWeight.connect(operator).initiateUnlock();
        await expect(registry.connect(accounts[0]).deactivateUnqualified(operator))
          .to.emit(registry, "Deactivated")
          .withArgs(operator, Reason.Unqualified);
        expect(await registry.statusOf(operator)).to.equal(Status.Deactivated);
      });

      it(`is refused for who is ${status} and qualifies`, async () => {
        const { registry, present } = await loadFixture(inEachStatus);
        const { operator } = present[status];
        await expect(registry.deactivateUnqualified(operator))
          .to.be.revertedWithCustomError(registry, "StakeQualified")
          .withArgs(operator);
      });
    }

    it("deactivates who is slashed below the least stake, but not before it is taken", async () => {
      const { registry, asSlasher, accounts, node, held } = await loadFixture(leastStaked);
      const { operator } = node;
      await expect(registry.deactivateUnqualified(operator))
        .to.be.revertedWithCustomError(registry, "StakeQualified")
        .withArgs(operator);
      await asSlasher.slash(operator, held);
      await expect(registry.connect(accounts[0]).deactivateUnqualified(operator))
        .to.emit(registry, "Deactivated")
        .withArgs(operator, Reason.Unqualified);
    });

    it("is refused for who has no node, or left already", async () => {
      const { registry, stakeWeight, left, none } = await loadFixture(inEachStatus);
      for (const [{ operator }, status] of [
        [left, Status.Deactivated],
        [none, Status.None],
      ] as const) {
        await stakeWeight.connect(operator).initiateUnlock();
        await expect(registry.deactivateUnqualified(operator))
          .to.be.revertedWithCustomError(registry, "WrongStatus")
          .withArgs(operator, status);
      }
    });
  });

  describe("expel", () => {
    for (const status of statuses) {
      it(`deactivates who is ${status}`, async () => {
        const { registry, scorer, present } = await loadFixture(inEachStatus);
        const { operator } = present[status];
        await expect(registry.connect(scorer).expel(operator))
          .to.emit(registry, "Deactivated")
          .withArgs(operator, Reason.Equivocation);
        expect(await registry.statusOf(operator)).to.equal(Status.Deactivated);
      });
    }

    it("changes nothing for who has no node, or left already", async () => {
      const { registry, scorer, left, none } = await loadFixture(inEachStatus);
      for (const [{ operator }, status] of [
        [left, Status.Deactivated],
        [none, Status.None],
      ] as const) {
        await expect(registry.connect(scorer).expel(operator)).not.to.emit(registry, "Deactivated");
        expect(await registry.statusOf(operator)).to.equal(status);
      }
    });
  });
});
