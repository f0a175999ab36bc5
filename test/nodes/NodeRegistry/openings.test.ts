import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { MaxUint256, ZeroAddress } from "ethers";
import { hashSeatedSet } from "../../../scripts/performance/hashSeatedSet";
import type { SeatedSet } from "../../../scripts/performance/types";
import type { NodeRegistry } from "../../../typechain-types";
import { extraOperator, nodeFor, register, seatedNodes, stakeFor, type TestNode } from "../../support/nodes";
import { addressesOf, readyToScore, scoresOf, scoringOf } from "../../support/scores";
import { field, namespaceSlot, readSlot } from "../../support/storage";
import { DAY, HOUR, nextAt, now, warpTo } from "../../support/time";

/** The seated set now, as a plain object. */
async function presentSet(registry: NodeRegistry): Promise<SeatedSet> {
  const { active, reserved, operators } = await registry.seatedSet();
  return { active, reserved, operators: [...operators] };
}

async function presentHash(registry: NodeRegistry): Promise<string> {
  return hashSeatedSet(await presentSet(registry));
}

/** {@link seatedNodes}, with the hash of its set. */
async function opened() {
  const fixture = await seatedNodes();
  return { ...fixture, hash: await presentHash(fixture.registry) };
}

/** Confines the first node by scores that are handed in `offset` seconds after the end of the scored epoch. */
async function confinedAt(offset: bigint) {
  const fixture = await readyToScore();
  const { registry, scorer, nodes, epoch } = fixture;
  const before = await presentHash(registry);
  const confined: TestNode = nodes[0]!;
  const { args } = await scoringOf(registry, { epoch, scores: scoresOf([confined], 0n) });
  await nextAt((epoch + 1n) * DAY + offset);
  await registry.connect(scorer).applyScores(...args);
  return { ...fixture, before, confined, until: (epoch + 2n) * DAY + offset };
}

async function confinedAtOpening() {
  return confinedAt(0n);
}

async function confinedAfterOpening() {
  return confinedAt(1n);
}

describe("NodeRegistry", () => {
  describe("setHashAt", () => {
    it("is the hash of the set for the running epoch and the one before", async () => {
      const { registry, hash, epoch } = await loadFixture(opened);
      expect(await registry.setHashAt(epoch)).to.equal(hash);
      expect(await registry.setHashAt(epoch - 1n)).not.to.equal(hash);
    });

    for (const [name, epochFrom] of [
      ["the next epoch", (running: bigint) => running + 1n],
      ["the epoch before the last one", (running: bigint) => running - 2n],
      ["the first epoch of all", () => 0n],
      ["an epoch that never comes", () => MaxUint256],
    ] as const) {
      it(`does not know ${name}`, async () => {
        const { registry, epoch } = await loadFixture(opened);
        await expect(registry.setHashAt(epochFrom(epoch)))
          .to.be.revertedWithCustomError(registry, "UnknownEpoch")
          .withArgs(epochFrom(epoch), epoch);
      });
    }

    it("is not changed by what happens in the epoch", async () => {
      const { registry, nodes, hash, epoch } = await loadFixture(opened);
      for (const { operator } of [nodes[0]!, nodes[20]!]) await registry.connect(operator).leave();
      expect(await registry.setHashAt(epoch)).to.equal(hash);
      expect(await presentHash(registry)).not.to.equal(hash);
    });

    it("tells the set of the new epoch before anything is written in it", async () => {
      const { registry, nodes, hash, epoch } = await loadFixture(opened);
      await registry.connect(nodes[0]!.operator).leave();
      const changed = await presentHash(registry);
      await warpTo((epoch + 1n) * DAY);
      expect(await registry.setHashAt(epoch)).to.equal(hash);
      expect(await registry.setHashAt(epoch + 1n)).to.equal(changed);
    });

    it("tells the same after it is written", async () => {
      const { registry, nodes, hash, epoch } = await loadFixture(opened);
      await registry.connect(nodes[0]!.operator).leave();
      const changed = await presentHash(registry);
      await nextAt((epoch + 1n) * DAY + HOUR);
      await registry.connect(nodes[1]!.operator).leave();
      expect(await registry.setHashAt(epoch)).to.equal(hash);
      expect(await registry.setHashAt(epoch + 1n)).to.equal(changed);
      await warpTo((epoch + 2n) * DAY);
      expect(await registry.setHashAt(epoch + 1n)).to.equal(changed);
      expect(await registry.setHashAt(epoch + 2n)).to.equal(await presentHash(registry));
    });

    it("is the last one for days without any change", async () => {
      const { registry, nodes, epoch } = await loadFixture(opened);
      await registry.connect(nodes[0]!.operator).leave();
      const changed = await presentHash(registry);
      await warpTo((epoch + 9n) * DAY + HOUR);
      expect(await registry.setHashAt(epoch + 9n)).to.equal(changed);
      expect(await registry.setHashAt(epoch + 8n)).to.equal(changed);
      await registry.update();
      expect(await registry.setHashAt(epoch + 9n)).to.equal(changed);
      expect(await registry.setHashAt(epoch + 8n)).to.equal(changed);
    });

    it("gives a change in the second of an opening to the new epoch, and not to its set", async () => {
      const { registry, nodes, hash, epoch } = await loadFixture(opened);
      await nextAt((epoch + 1n) * DAY);
      await registry.connect(nodes[0]!.operator).leave();
      expect(await registry.setHashAt(epoch + 1n)).to.equal(hash);
      const changed = await presentHash(registry);
      await warpTo((epoch + 2n) * DAY);
      expect(await registry.setHashAt(epoch + 2n)).to.equal(changed);
    });

    it("gives a change in the last second to the set of the next epoch", async () => {
      const { registry, nodes, epoch } = await loadFixture(opened);
      await nextAt((epoch + 1n) * DAY - 1n);
      await registry.connect(nodes[0]!.operator).leave();
      const changed = await presentHash(registry);
      await warpTo((epoch + 1n) * DAY);
      expect(await registry.setHashAt(epoch + 1n)).to.equal(changed);
    });

    it("counts a promotion from Reserved to Active", async () => {
      const { registry, admin, hash, epoch } = await loadFixture(opened);
      await registry.connect(admin).setTargets(14n, 6n);
      await warpTo((epoch + 1n) * DAY);
      expect(await registry.setHashAt(epoch + 1n)).to.equal(hash);
      await registry.connect(admin).setTargets(15n, 6n);
      await warpTo((epoch + 2n) * DAY);
      expect(await registry.setHashAt(epoch + 2n)).to.equal(hash);
    });

    it("does not change by call-ups that are not confirmed", async () => {
      const fixture = await loadFixture(opened);
      const { registry, admin, hash, epoch } = fixture;
      await registry.connect(admin).setTargets(15n, 7n);
      const late = nodeFor(await extraOperator(0));
      await stakeFor(fixture, late.operator);
      await register(fixture, late);
      await registry.callUp(late.operator, ZeroAddress);
      await nextAt((epoch + 1n) * DAY);
      await expect(registry.update()).not.to.emit(registry, "SeatedSetRecorded");
      expect(await registry.setHashAt(epoch + 1n)).to.equal(hash);
    });

    describe("given a confinement that ends at the opening", () => {
      it("counts the node, before and after it is written", async () => {
        const { registry, confined, epoch } = await loadFixture(confinedAtOpening);
        await warpTo((epoch + 2n) * DAY);
        const set = await presentSet(registry);
        expect(set.operators).to.include(confined.operator.address);
        expect(await registry.setHashAt(epoch + 2n)).to.equal(hashSeatedSet(set));
        await registry.update();
        expect(await registry.setHashAt(epoch + 2n)).to.equal(hashSeatedSet(set));
      });

      it("counted it at the opening at which it was confined", async () => {
        const { registry, before, epoch } = await loadFixture(confinedAtOpening);
        expect(await registry.setHashAt(epoch + 1n)).to.equal(before);
      });
    });

    describe("given a confinement that ends a second later", () => {
      it("does not count the node until the opening after that", async () => {
        const { registry, confined, until, epoch } = await loadFixture(confinedAfterOpening);
        await warpTo((epoch + 2n) * DAY);
        const without = await presentSet(registry);
        expect(without.operators).not.to.include(confined.operator.address);
        await warpTo(until + 5n);
        expect(await registry.setHashAt(epoch + 2n)).to.equal(hashSeatedSet(without));
        const all = await presentSet(registry);
        expect(all.operators).to.include(confined.operator.address);
        await warpTo((epoch + 3n) * DAY);
        expect(await registry.setHashAt(epoch + 2n)).to.equal(hashSeatedSet(without));
        expect(await registry.setHashAt(epoch + 3n)).to.equal(hashSeatedSet(all));
        // The same once both are written.
        await registry.update();
        expect(await registry.setHashAt(epoch + 2n)).to.equal(hashSeatedSet(without));
        expect(await registry.setHashAt(epoch + 3n)).to.equal(hashSeatedSet(all));
      });
    });
  });

  describe("update", () => {
    it("emits EpochOpened once per epoch", async () => {
      const { registry, accounts, hash, epoch } = await loadFixture(opened);
      await nextAt((epoch + 1n) * DAY);
      await expect(registry.connect(accounts[0]).update())
        .to.emit(registry, "EpochOpened")
        .withArgs(epoch + 1n, hash);
      await expect(registry.update()).not.to.emit(registry, "EpochOpened");
    });

    it("records a set only if it changed", async () => {
      const { registry, nodes, hash, epoch } = await loadFixture(opened);
      await nextAt((epoch + 1n) * DAY);
      await expect(registry.update()).not.to.emit(registry, "SeatedSetRecorded");
      await registry.connect(nodes[0]!.operator).leave();
      const set = await presentSet(registry);
      await nextAt((epoch + 2n) * DAY);
      const sent = registry.update();
      await expect(sent)
        .to.emit(registry, "SeatedSetRecorded")
        .withArgs(hashSeatedSet(set), [set.active, set.reserved, set.operators]);
      await expect(sent)
        .to.emit(registry, "EpochOpened")
        .withArgs(epoch + 2n, hashSeatedSet(set));
      await nextAt((epoch + 3n) * DAY);
      await expect(registry.update()).not.to.emit(registry, "SeatedSetRecorded");
      expect(hashSeatedSet(set)).not.to.equal(hash);
    });

    it("writes only the last two openings of many", async () => {
      const { registry, hash, epoch } = await loadFixture(opened);
      await nextAt((epoch + 30n) * DAY + HOUR);
      const receipt = await (await registry.update()).wait();
      const events = receipt!.logs.map((log) => registry.interface.parseLog(log)!);
      expect(events.map(({ name, args }) => [name, ...(args as unknown[])])).to.deep.equal([
        ["EpochOpened", epoch + 29n, hash],
        ["EpochOpened", epoch + 30n, hash],
      ]);
    });

    it("writes both of two", async () => {
      const { registry, hash, epoch } = await loadFixture(opened);
      await nextAt((epoch + 2n) * DAY);
      const receipt = await (await registry.update()).wait();
      const events = receipt!.logs.map((log) => registry.interface.parseLog(log)!);
      expect(events.map(({ name, args }) => [name, ...(args as unknown[])])).to.deep.equal([
        ["EpochOpened", epoch + 1n, hash],
        ["EpochOpened", epoch + 2n, hash],
      ]);
    });

    it("writes an ended confinement before the opening after it, and the set in between", async () => {
      const { registry, confined, until, epoch } = await loadFixture(confinedAfterOpening);
      await nextAt((epoch + 3n) * DAY + HOUR);
      const receipt = await (await registry.update()).wait();
      const events = receipt!.logs.map((log) => registry.interface.parseLog(log)!);
      expect(events.map(({ name }) => name)).to.deep.equal([
        "SeatedSetRecorded",
        "EpochOpened",
        "Released",
        "SeatedSetRecorded",
        "EpochOpened",
      ]);
      expect(events[2]!.args.operator).to.equal(confined.operator);
      expect(events[1]!.args.epoch).to.equal(epoch + 2n);
      expect((events[3]!.args.set as SeatedSet).operators).to.include(confined.operator.address);
      expect(until).to.equal((epoch + 2n) * DAY + 1n);
    });

    it("changes no seat if nothing is due", async () => {
      const { registry } = await loadFixture(opened);
      const before = await registry.seatHolders();
      const receipt = await (await registry.update()).wait();
      expect(receipt!.logs).to.deep.equal([]);
      expect(await registry.seatHolders()).to.deep.equal(before);
    });
  });

  describe("multicall", () => {
    it("makes several calls of the sender in one", async () => {
      const { registry, nodes } = await loadFixture(opened);
      const calls = [
        registry.interface.encodeFunctionData("update"),
        registry.interface.encodeFunctionData("leave"),
        registry.interface.encodeFunctionData("setHashAt", [(await now()) / DAY]),
      ];
      await registry.connect(nodes[0]!.operator).multicall(calls);
      expect((await presentSet(registry)).operators).to.have.members(addressesOf(nodes.slice(1)));
    });
  });

  describe("seatedSet", () => {
    it("lists operators in the order of their seats", async () => {
      const { registry, nodes } = await loadFixture(opened);
      expect(await presentSet(registry)).to.deep.equal({
        active: (1n << 15n) - 1n,
        reserved: ((1n << 6n) - 1n) << 15n,
        operators: addressesOf(nodes),
      });
    });

    it("leaves out the seats that are free", async () => {
      const { registry, nodes } = await loadFixture(opened);
      await registry.connect(nodes[3]!.operator).leave();
      const set = await presentSet(registry);
      expect(set.active).to.equal(((1n << 16n) - 1n) & ~8n);
      expect(set.operators).to.deep.equal(addressesOf([...nodes.slice(0, 3), ...nodes.slice(4)]));
    });
  });

  describe("isQualified", () => {
    it("tells whose position is what a node needs", async () => {
      const { registry, stakeWeight, nodes, operators } = await loadFixture(opened);
      expect(await registry.isQualified(nodes[0]!.operator)).to.equal(true);
      expect(await registry.isQualified(operators[24]!)).to.equal(false);
      await stakeWeight.connect(nodes[0]!.operator).initiateUnlock();
      expect(await registry.isQualified(nodes[0]!.operator)).to.equal(false);
    });
  });

  describe("stakeWeight", () => {
    it("is where positions are read", async () => {
      const { registry, stakeWeight } = await loadFixture(opened);
      expect(await registry.stakeWeight()).to.equal(await stakeWeight.getAddress());
    });
  });

  describe("nodeOf", () => {
    it("of who never registered is empty", async () => {
      const { registry, operators } = await loadFixture(opened);
      expect(await registry.nodeOf(operators[24]!)).to.deep.equal([0n, 0n, false, 0n, 0n, false, 0n]);
      expect(await registry.statusOf(operators[24]!)).to.equal(0n);
    });
  });

  describe("storage", () => {
    it("begins at the ERC-7201 slot of wct.storage.NodeRegistry", async () => {
      const { registry, epoch } = await loadFixture(opened);
      const seats = await readSlot(registry, namespaceSlot("wct.storage.NodeRegistry"));
      expect(field(seats, 0n, 32n)).to.equal((1n << 15n) - 1n);
      expect(field(seats, 32n, 32n)).to.equal(((1n << 6n) - 1n) << 15n);
      expect(field(seats, 64n, 128n)).to.equal(0n);
      expect(field(seats, 192n, 40n)).to.equal(epoch);
      expect(field(seats, 232n, 24n)).to.equal(0n);
    });
  });
});
