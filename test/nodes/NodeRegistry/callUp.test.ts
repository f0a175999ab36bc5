import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { WCT } from "../../support/amounts";
import {
  extraOperator,
  NODE_STAKE,
  type NodeContracts,
  nodeContracts,
  nodeFor,
  register,
  seat,
  stakeFor,
  type TestNode,
} from "../../support/nodes";
import { applyScores, readyToScore, Reason, scoresOf, Status, withScorer } from "../../support/scores";
import { DAY, HOUR, nextAt, now, warpTo } from "../../support/time";

/** Registered with a stake of {@link NODE_STAKE} and some more. */
async function standby(contracts: NodeContracts, index: number, extra = 0n): Promise<TestNode> {
  const node = nodeFor(await extraOperator(index));
  await stakeFor(contracts, node.operator, { amount: NODE_STAKE + extra });
  await register(contracts, node);
  return node;
}

/** One place in all, and three nodes that stand by: two alike, and one of 1 wei more. */
async function onePlace() {
  const contracts = await withScorer(await nodeContracts());
  const { registry, admin } = contracts;
  await registry.connect(admin).setTargets(1n, 0n);
  const [weak, equal] = [await standby(contracts, 0), await standby(contracts, 1)];
  const strong = await standby(contracts, 2, 1n);
  return { ...contracts, weak, equal, strong };
}

/** {@link onePlace}, where `weak` is called up. */
async function calledUp() {
  const fixture = await onePlace();
  await fixture.registry.callUp(fixture.weak.operator, ZeroAddress);
  return { ...fixture, calledUpAt: await now() };
}

/** {@link readyToScore}, with three nodes that stand by. */
async function fullyOccupied() {
  const fixture = await readyToScore();
  const late = [await standby(fixture, 0), await standby(fixture, 1), await standby(fixture, 2)];
  return { ...fixture, late };
}

describe("NodeRegistry", () => {
  describe("callUp", () => {
    describe("when a place is free", () => {
      it("gives the lowest free seat and 24 hours", async () => {
        const { registry, accounts, weak } = await loadFixture(onePlace);
        const at = (await now()) + 10n;
        await nextAt(at);
        await expect(registry.connect(accounts[0]).callUp(weak.operator, ZeroAddress))
          .to.emit(registry, "CalledUp")
          .withArgs(weak.operator, 0n, at + DAY);
      });

      it("leaves the node Standby, with its deadline", async () => {
        const { registry, weak, calledUpAt } = await loadFixture(calledUp);
        const node = await registry.nodeOf(weak.operator);
        expect(node).to.deep.equal([Status.Standby, 1n, false, calledUpAt + DAY, 0n, false, 0n]);
        expect(await registry.counts()).to.deep.equal([0n, 0n, 0n, 1n]);
        expect((await registry.seatHolders())[0]).to.equal(weak.operator);
      });

      it("does not seat it", async () => {
        const { registry } = await loadFixture(calledUp);
        expect(await registry.seatedSet()).to.deep.equal([0n, 0n, []]);
      });
    });

    describe("when no place is free", () => {
      it("refuses another", async () => {
        const { registry, equal } = await loadFixture(calledUp);
        await expect(registry.callUp(equal.operator, ZeroAddress))
          .to.be.revertedWithCustomError(registry, "NoFreePlace")
          .withArgs(1n, 1n);
      });

      it("refuses a 22nd, those called up counted", async () => {
        const { registry, nodes, late } = await loadFixture(fullyOccupied);
        await expect(registry.callUp(late[0]!.operator, ZeroAddress))
          .to.be.revertedWithCustomError(registry, "NoFreePlace")
          .withArgs(21n, 21n);
        await registry.connect(nodes[3]!.operator).leave();
        await registry.callUp(late[0]!.operator, ZeroAddress);
        await expect(registry.callUp(late[1]!.operator, ZeroAddress))
          .to.be.revertedWithCustomError(registry, "NoFreePlace")
          .withArgs(21n, 21n);
      });

      it("gives the seat of who left to the next", async () => {
        const { registry, nodes, late } = await loadFixture(fullyOccupied);
        await registry.connect(nodes[3]!.operator).leave();
        await registry.connect(nodes[9]!.operator).leave();
        expect((await registry.seatHolders())[3]).to.equal(ZeroAddress);
        await registry.callUp(late[0]!.operator, ZeroAddress);
        const holders = await registry.seatHolders();
        expect([holders[3], holders[9]]).to.deep.equal([late[0]!.operator.address, ZeroAddress]);
      });

      it("does not count the Confined, whose seats stay theirs", async () => {
        const fixture = await loadFixture(fullyOccupied);
        const { registry, nodes, late, epoch } = fixture;
        await applyScores(fixture, { epoch, scores: scoresOf([nodes[0]!, nodes[20]!], 0n) });
        await registry.callUp(late[0]!.operator, ZeroAddress);
        await registry.callUp(late[1]!.operator, ZeroAddress);
        const holders = await registry.seatHolders();
        expect([holders[0], holders[20]]).to.deep.equal([nodes[0]!.operator.address, nodes[20]!.operator.address]);
        expect(holders.slice(21, 23)).to.deep.equal([late[0]!.operator.address, late[1]!.operator.address]);
        expect(await registry.counts()).to.deep.equal([15n, 4n, 2n, 2n]);
        await expect(registry.callUp(late[2]!.operator, ZeroAddress))
          .to.be.revertedWithCustomError(registry, "NoFreePlace")
          .withArgs(21n, 21n);
      });

      it("refuses more than the 32 seats, those of confined nodes included", async () => {
        const fixture = await loadFixture(fullyOccupied);
        const { registry, admin, nodes, late } = fixture;
        await registry.connect(admin).setTargets(15n, 9n);
        await seat(fixture, late);
        const epoch = (await now()) / DAY + 1n;
        await warpTo(epoch * DAY + 1n);
        await registry.update();
        // All 9 Reserved, and 4 of the 15 Active, down to the floor.
        const { confined } = await applyScores(fixture, {
          epoch,
          scores: scoresOf([...nodes.slice(0, 4), ...nodes.slice(15), ...late], 0n),
        });
        expect(confined).to.have.length(13);
        for (let index = 3; index < 11; ++index) {
          await registry.callUp((await standby(fixture, index)).operator, ZeroAddress);
        }
        expect(await registry.counts()).to.deep.equal([11n, 0n, 13n, 8n]);
        expect(await registry.seatHolders()).not.to.include(ZeroAddress);
        const last = await standby(fixture, 11);
        await expect(registry.callUp(last.operator, ZeroAddress)).to.be.revertedWithCustomError(registry, "NoFreeSeat");
      });
    });

    describe("when the node cannot be called up", () => {
      it("refuses who never registered", async () => {
        const { registry, operators } = await loadFixture(onePlace);
        await expect(registry.callUp(operators[0]!, ZeroAddress))
          .to.be.revertedWithCustomError(registry, "WrongStatus")
          .withArgs(operators[0], Status.None);
      });

      it("refuses who left", async () => {
        const { registry, weak } = await loadFixture(onePlace);
        await registry.connect(weak.operator).leave();
        await expect(registry.callUp(weak.operator, ZeroAddress))
          .to.be.revertedWithCustomError(registry, "WrongStatus")
          .withArgs(weak.operator, Status.Deactivated);
      });

      it("refuses who is seated or confined", async () => {
        const fixture = await loadFixture(fullyOccupied);
        const { registry, nodes, epoch } = fixture;
        await applyScores(fixture, { epoch, scores: scoresOf([nodes[4]!], 0n) });
        for (const [index, status] of [
          [0, Status.Active],
          [20, Status.Reserved],
          [4, Status.Confined],
        ] as const) {
          await expect(registry.callUp(nodes[index]!.operator, ZeroAddress))
            .to.be.revertedWithCustomError(registry, "WrongStatus")
            .withArgs(nodes[index]!.operator, status);
        }
      });

      it("refuses who is called up already, also in place of itself", async () => {
        const { registry, weak } = await loadFixture(calledUp);
        for (const displaced of [ZeroAddress, weak.operator]) {
          await expect(registry.callUp(weak.operator, displaced))
            .to.be.revertedWithCustomError(registry, "AlreadyCalledUp")
            .withArgs(weak.operator);
        }
      });

      it("refuses who does not qualify any longer", async () => {
        const { registry, stakeWeight, weak } = await loadFixture(onePlace);
        await stakeWeight.connect(weak.operator).initiateUnlock();
        await expect(registry.callUp(weak.operator, ZeroAddress))
          .to.be.revertedWithCustomError(registry, "StakeNotQualified")
          .withArgs(weak.operator, 100_000n * WCT, 52n);
      });
    });

    describe("when it displaces another", () => {
      it("takes the seat and the deadline of one of less stake weight", async () => {
        const { registry, weak, strong, calledUpAt } = await loadFixture(calledUp);
        await nextAt(calledUpAt + HOUR - 1n);
        const sent = registry.callUp(strong.operator, weak.operator);
        await expect(sent).to.emit(registry, "Displaced").withArgs(weak.operator, 0n);
        await expect(sent)
          .to.emit(registry, "CalledUp")
          .withArgs(strong.operator, 0n, calledUpAt + DAY);
        expect((await registry.seatHolders())[0]).to.equal(strong.operator);
        expect(await registry.counts()).to.deep.equal([0n, 0n, 0n, 1n]);
      });

      it("refuses one of equal stake weight", async () => {
        const { registry, stakeWeight, weak, equal } = await loadFixture(calledUp);
        const weight = await stakeWeight.weightOf(weak.operator);
        await expect(registry.callUp(equal.operator, weak.operator))
          .to.be.revertedWithCustomError(registry, "NotStronger")
          .withArgs(equal.operator, weight, weight);
      });

      it("refuses one of more stake weight", async () => {
        const { registry, stakeWeight, weak, strong } = await loadFixture(calledUp);
        await registry.callUp(strong.operator, weak.operator);
        await expect(registry.callUp(weak.operator, strong.operator))
          .to.be.revertedWithCustomError(registry, "NotStronger")
          .withArgs(
            weak.operator,
            await stakeWeight.weightOf(weak.operator),
            await stakeWeight.weightOf(strong.operator),
          );
      });

      it("leaves the displaced one Standby, without a call-up", async () => {
        const { registry, weak, strong } = await loadFixture(calledUp);
        await registry.callUp(strong.operator, weak.operator);
        const node = await registry.nodeOf(weak.operator);
        expect(node).to.deep.equal([Status.Standby, 1n, false, 0n, 0n, false, 0n]);
        await nextAt((await now()) + HOUR);
        await expect(registry.connect(weak.operator).confirm())
          .to.be.revertedWithCustomError(registry, "NotCalledUp")
          .withArgs(weak.operator);
      });

      it("lets the displaced one be called up again", async () => {
        const { registry, admin, weak, strong } = await loadFixture(calledUp);
        await registry.callUp(strong.operator, weak.operator);
        await registry.connect(admin).setTargets(1n, 1n);
        await expect(registry.callUp(weak.operator, ZeroAddress)).to.emit(registry, "CalledUp");
        expect((await registry.seatHolders()).slice(0, 2)).to.deep.equal([
          strong.operator.address,
          weak.operator.address,
        ]);
      });

      for (const [name, offset] of [
        ["of an hour", HOUR],
        ["whose call-up expired", DAY],
      ] as const) {
        it(`refuses one ${name}, whose turn it is to confirm`, async () => {
          const { registry, weak, strong, calledUpAt } = await loadFixture(calledUp);
          await nextAt(calledUpAt + offset);
          await expect(registry.callUp(strong.operator, weak.operator))
            .to.be.revertedWithCustomError(registry, "TooLateToDisplace")
            .withArgs(weak.operator, calledUpAt + HOUR);
        });
      }

      it("refuses one that is not called up", async () => {
        const { registry, weak, equal, strong } = await loadFixture(calledUp);
        await nextAt((await now()) + HOUR);
        await registry.connect(weak.operator).confirm();
        for (const { operator } of [weak, equal]) {
          await expect(registry.callUp(strong.operator, operator))
            .to.be.revertedWithCustomError(registry, "NotCalledUp")
            .withArgs(operator);
        }
      });

      it("keeps the weak from being seated first, whoever calls it up", async () => {
        const { registry, weak, strong } = await loadFixture(onePlace);
        await registry.connect(weak.operator).callUp(weak.operator, ZeroAddress);
        const from = (await now()) + HOUR;
        await nextAt(from - 1n);
        await expect(registry.connect(weak.operator).confirm())
          .to.be.revertedWithCustomError(registry, "TooEarlyToConfirm")
          .withArgs(weak.operator, from);
        await registry.callUp(strong.operator, weak.operator);
        await nextAt((await now()) + HOUR);
        await registry.connect(strong.operator).confirm();
        expect(await registry.statusOf(strong.operator)).to.equal(Status.Active);
        expect(await registry.statusOf(weak.operator)).to.equal(Status.Standby);
      });

      it("lets the stronger confirm when the hour of the call-up is over", async () => {
        const { registry, weak, strong, calledUpAt } = await loadFixture(calledUp);
        await nextAt(calledUpAt + HOUR - 1n);
        await registry.callUp(strong.operator, weak.operator);
        await nextAt(calledUpAt + HOUR);
        await expect(registry.connect(strong.operator).confirm())
          .to.emit(registry, "Confirmed")
          .withArgs(strong.operator, 0n);
      });

      it("deactivates the stronger at the deadline of the call-up", async () => {
        const { registry, weak, strong, calledUpAt } = await loadFixture(calledUp);
        await nextAt(calledUpAt + HOUR - 1n);
        await registry.callUp(strong.operator, weak.operator);
        await nextAt(calledUpAt + DAY);
        await expect(registry.connect(strong.operator).confirm())
          .to.be.revertedWithCustomError(registry, "CallUpExpired")
          .withArgs(strong.operator, calledUpAt + DAY);
        await expect(registry.deactivateMissed(strong.operator)).to.emit(registry, "Deactivated");
      });
    });
  });

  describe("confirm", () => {
    for (const [name, offset] of [
      ["one hour", HOUR],
      ["24 hours but a second", DAY - 1n],
    ] as const) {
      it(`seats the node ${name} after the call-up`, async () => {
        const { registry, weak, calledUpAt } = await loadFixture(calledUp);
        await nextAt(calledUpAt + offset);
        await expect(registry.connect(weak.operator).confirm())
          .to.emit(registry, "Confirmed")
          .withArgs(weak.operator, 0n);
        expect(await registry.counts()).to.deep.equal([1n, 0n, 0n, 0n]);
      });
    }

    it("is refused a second before the hour is over", async () => {
      const { registry, weak, calledUpAt } = await loadFixture(calledUp);
      await nextAt(calledUpAt + HOUR - 1n);
      await expect(registry.connect(weak.operator).confirm())
        .to.be.revertedWithCustomError(registry, "TooEarlyToConfirm")
        .withArgs(weak.operator, calledUpAt + HOUR);
    });

    it("is refused 24 hours after the call-up", async () => {
      const { registry, weak, calledUpAt } = await loadFixture(calledUp);
      await nextAt(calledUpAt + DAY);
      await expect(registry.connect(weak.operator).confirm())
        .to.be.revertedWithCustomError(registry, "CallUpExpired")
        .withArgs(weak.operator, calledUpAt + DAY);
    });

    it("is refused if the position changed meanwhile", async () => {
      const { registry, stakeWeight, weak, calledUpAt } = await loadFixture(calledUp);
      await stakeWeight.connect(weak.operator).initiateUnlock();
      await nextAt(calledUpAt + HOUR);
      await expect(registry.connect(weak.operator).confirm())
        .to.be.revertedWithCustomError(registry, "StakeNotQualified")
        .withArgs(weak.operator, 100_000n * WCT, 52n);
    });

    it("is refused without a call-up", async () => {
      const { registry, strong, operators } = await loadFixture(calledUp);
      for (const operator of [strong.operator, operators[0]!]) {
        await expect(registry.connect(operator).confirm())
          .to.be.revertedWithCustomError(registry, "NotCalledUp")
          .withArgs(operator);
      }
    });

    it("is refused a second time", async () => {
      const { registry, weak, calledUpAt } = await loadFixture(calledUp);
      await nextAt(calledUpAt + HOUR);
      await registry.connect(weak.operator).confirm();
      await expect(registry.connect(weak.operator).confirm())
        .to.be.revertedWithCustomError(registry, "NotCalledUp")
        .withArgs(weak.operator);
    });

    it("is refused to who left after the call-up", async () => {
      const { registry, weak, calledUpAt } = await loadFixture(calledUp);
      await registry.connect(weak.operator).leave();
      await nextAt(calledUpAt + HOUR);
      await expect(registry.connect(weak.operator).confirm())
        .to.be.revertedWithCustomError(registry, "NotCalledUp")
        .withArgs(weak.operator);
    });

    it("makes the node Active if a seat is free, else Reserved", async () => {
      const { registry, admin, weak, equal, calledUpAt } = await loadFixture(calledUp);
      await registry.connect(admin).setTargets(1n, 1n);
      await registry.callUp(equal.operator, ZeroAddress);
      await nextAt(calledUpAt + 2n * HOUR);
      await expect(registry.connect(equal.operator).confirm())
        .to.emit(registry, "Promoted")
        .withArgs(equal.operator, 1n);
      await expect(registry.connect(weak.operator).confirm()).not.to.emit(registry, "Promoted");
      const node = await registry.nodeOf(weak.operator);
      expect(node).to.deep.equal([Status.Reserved, 1n, true, 0n, 0n, false, 0n]);
      expect(await registry.seatedSet()).to.deep.equal([2n, 1n, [weak.operator.address, equal.operator.address]]);
    });

    it("forgets the score of who held the seat before", async () => {
      const fixture = await loadFixture(fullyOccupied);
      const { registry, nodes, late, epoch } = fixture;
      await applyScores(fixture, { epoch });
      await registry.connect(nodes[7]!.operator).leave();
      await seat(fixture, [late[0]!]);
      expect((await registry.seatHolders())[7]).to.equal(late[0]!.operator);
      const { status, hasScore, lastScore } = await registry.nodeOf(late[0]!.operator);
      expect([status, hasScore, lastScore]).to.deep.equal([Status.Reserved, false, 0n]);
      expect((await registry.nodeOf(nodes[6]!.operator)).hasScore).to.equal(true);
      expect((await registry.nodeOf(nodes[8]!.operator)).hasScore).to.equal(true);
    });
  });

  describe("deactivateMissed", () => {
    it("is refused a second before the deadline", async () => {
      const { registry, weak, calledUpAt } = await loadFixture(calledUp);
      await nextAt(calledUpAt + DAY - 1n);
      await expect(registry.deactivateMissed(weak.operator))
        .to.be.revertedWithCustomError(registry, "CallUpNotExpired")
        .withArgs(weak.operator, calledUpAt + DAY);
    });

    it("deactivates at the deadline, and frees the place", async () => {
      const { registry, identities, weak, equal, calledUpAt } = await loadFixture(calledUp);
      await nextAt(calledUpAt + DAY);
      const sent = registry.deactivateMissed(weak.operator);
      await expect(sent).to.emit(registry, "Deactivated").withArgs(weak.operator, Reason.CallUpMissed);
      await expect(sent).to.emit(identities, "EndpointReleased").withArgs(weak.operator);
      const returnsAt = calledUpAt + DAY + 7n * DAY;
      const view = [Status.Deactivated, 1n, false, 0n, returnsAt, false, 0n];
      expect(await registry.nodeOf(weak.operator)).to.deep.equal(view);
      expect(await registry.counts()).to.deep.equal([0n, 0n, 0n, 0n]);
      await expect(registry.callUp(equal.operator, ZeroAddress)).to.emit(registry, "CalledUp");
    });

    it("is refused for who is not called up", async () => {
      const { registry, equal, operators } = await loadFixture(calledUp);
      for (const operator of [equal.operator, operators[0]!]) {
        await expect(registry.deactivateMissed(operator))
          .to.be.revertedWithCustomError(registry, "NotCalledUp")
          .withArgs(operator);
      }
    });

    it("is refused for who confirmed", async () => {
      const { registry, weak, calledUpAt } = await loadFixture(calledUp);
      await nextAt(calledUpAt + HOUR);
      await registry.connect(weak.operator).confirm();
      await nextAt(calledUpAt + DAY);
      await expect(registry.deactivateMissed(weak.operator))
        .to.be.revertedWithCustomError(registry, "NotCalledUp")
        .withArgs(weak.operator);
    });
  });
});
