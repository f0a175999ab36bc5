import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { id, Wallet, ZeroAddress } from "ethers";
import { WCT } from "../../support/amounts";
import {
  epochOf,
  type NodeContracts,
  nodeContracts,
  nodeFor,
  ownershipOf,
  register,
  seat,
  stakeFor,
  type TestNode,
} from "../../support/nodes";
import { Status } from "../../support/scores";
import { DAY, HOUR, nextAt, now, warpTo } from "../../support/time";

const LEAST = 100_000n * WCT;

/** Two operators with positions, allowed to register. */
async function entering() {
  const contracts = await nodeContracts();
  const [node, other] = contracts.operators.slice(0, 2).map(nodeFor) as [TestNode, TestNode];
  for (const { operator } of [node, other]) {
    await stakeFor(contracts, operator);
    await contracts.registry.connect(contracts.registrar).setAllowed(operator, true);
  }
  return { ...contracts, node, other };
}

/** {@link entering}, where `node` is registered and `left` was and left. */
async function registered() {
  const contracts = await entering();
  const left = nodeFor(contracts.operators[2]!);
  await stakeFor(contracts, left.operator);
  for (const node of [contracts.node, left]) await register(contracts, node);
  await contracts.registry.connect(left.operator).leave();
  return { ...contracts, left };
}

/** Registers without being allowed first. */
async function enter(contracts: NodeContracts, node: TestNode) {
  return contracts.registry
    .connect(node.operator)
    .register(node.key, node.endpoint, await ownershipOf(contracts, node));
}

describe("NodeRegistry", () => {
  describe("register", () => {
    describe("given a position that qualifies", () => {
      it("makes the node Standby", async () => {
        const contracts = await loadFixture(entering);
        await enter(contracts, contracts.node);
        const node = await contracts.registry.nodeOf(contracts.node.operator);
        expect(node).to.deep.equal([Status.Standby, 1n, false, 0n, 0n, false, 0n]);
      });

      it("emits Registered with consecutive numbers", async () => {
        const contracts = await loadFixture(entering);
        const { registry, node, other } = contracts;
        await expect(enter(contracts, node)).to.emit(registry, "Registered").withArgs(node.operator, 1n);
        await expect(enter(contracts, other)).to.emit(registry, "Registered").withArgs(other.operator, 2n);
      });

      it("introduces key and endpoint", async () => {
        const contracts = await loadFixture(entering);
        const { identities, node } = contracts;
        const sent = enter(contracts, node);
        const epoch = epochOf(await now());
        await expect(sent).to.emit(identities, "KeySet").withArgs(node.operator, node.key.address, epoch);
        await expect(sent).to.emit(identities, "EndpointSet").withArgs(node.operator, node.endpoint, epoch);
        expect(await identities.keyAt(node.operator, epoch)).to.equal(node.key.address);
        expect(await identities.endpointOf(node.operator)).to.equal(node.endpoint);
      });

      it("takes no seat", async () => {
        const contracts = await loadFixture(entering);
        await enter(contracts, contracts.node);
        expect(await contracts.registry.counts()).to.deep.equal([0n, 0n, 0n, 0n]);
      });
    });

    describe("given another position", () => {
      for (const [name, amount, presetWeeks] of [
        ["1 wei too small", LEAST - 1n, 52n],
        ["with a preset of 26 weeks", 2n * LEAST, 26n],
      ] as const) {
        it(`refuses one ${name}`, async () => {
          const contracts = await loadFixture(entering);
          const { registry, registrar, operators } = contracts;
          const node = nodeFor(operators[3]!);
          await registry.connect(registrar).setAllowed(node.operator, true);
          await stakeFor(contracts, node.operator, { amount, presetWeeks });
          expect(await registry.isQualified(node.operator)).to.equal(false);
          await expect(enter(contracts, node))
            .to.be.revertedWithCustomError(registry, "StakeNotQualified")
            .withArgs(node.operator, LEAST, 52n);
        });
      }

      for (const [name, amount, presetWeeks] of [
        ["of exactly the least amount", LEAST, 52n],
        ["with a preset of 78 weeks", LEAST, 78n],
      ] as const) {
        it(`takes one ${name}`, async () => {
          const contracts = await loadFixture(entering);
          const { registry, operators } = contracts;
          const node = nodeFor(operators[3]!);
          await stakeFor(contracts, node.operator, { amount, presetWeeks });
          await register(contracts, node);
          expect(await registry.statusOf(node.operator)).to.equal(Status.Standby);
        });
      }

      it("refuses none", async () => {
        const contracts = await loadFixture(entering);
        const { registry, registrar, operators } = contracts;
        const node = nodeFor(operators[3]!);
        await registry.connect(registrar).setAllowed(node.operator, true);
        await expect(enter(contracts, node))
          .to.be.revertedWithCustomError(registry, "StakeNotQualified")
          .withArgs(node.operator, LEAST, 52n);
      });

      it("refuses one that is Unlocking", async () => {
        const contracts = await loadFixture(entering);
        const { registry, stakeWeight, node } = contracts;
        await stakeWeight.connect(node.operator).initiateUnlock();
        await expect(enter(contracts, node))
          .to.be.revertedWithCustomError(registry, "StakeNotQualified")
          .withArgs(node.operator, LEAST, 52n);
      });
    });

    describe("when a node is there already", () => {
      it("refuses a second registration", async () => {
        const contracts = await loadFixture(registered);
        const { registry, node } = contracts;
        await expect(enter(contracts, { ...node, endpoint: "https://another.example" }))
          .to.be.revertedWithCustomError(registry, "WrongStatus")
          .withArgs(node.operator, Status.Standby);
      });

      it("refuses a seated one", async () => {
        const contracts = await loadFixture(registered);
        const { registry, node } = contracts;
        await seat(contracts, [node]);
        await expect(enter(contracts, node))
          .to.be.revertedWithCustomError(registry, "WrongStatus")
          .withArgs(node.operator, Status.Active);
      });

      it("refuses its key to others", async () => {
        const contracts = await loadFixture(registered);
        const { identities, node, other } = contracts;
        await expect(enter(contracts, { ...other, key: node.key }))
          .to.be.revertedWithCustomError(identities, "KeyTaken")
          .withArgs(node.key.address, node.operator);
      });

      it("refuses its endpoint to others", async () => {
        const contracts = await loadFixture(registered);
        const { identities, node, other } = contracts;
        await expect(enter(contracts, { ...other, endpoint: node.endpoint }))
          .to.be.revertedWithCustomError(identities, "EndpointTaken")
          .withArgs(node.endpoint, node.operator);
      });

      it("takes one whose endpoint was taken before with another, by the same proof of its key", async () => {
        const contracts = await loadFixture(registered);
        const { registry, identities, node, other } = contracts;
        const proof = await ownershipOf(contracts, other);
        const asOther = registry.connect(other.operator);
        await expect(asOther.register(other.key, node.endpoint, proof)).to.be.revertedWithCustomError(
          identities,
          "EndpointTaken",
        );
        await asOther.register(other.key, other.endpoint, proof);
        expect(await registry.statusOf(other.operator)).to.equal(Status.Standby);
      });
    });

    describe("when the key is not proven", () => {
      it("refuses a signature by another key", async () => {
        const contracts = await loadFixture(registered);
        const { registry, identities, other } = contracts;
        const stranger = new Wallet(id("stranger"));
        const signature = await ownershipOf(contracts, { operator: other.operator, key: stranger });
        await expect(registry.connect(other.operator).register(other.key, other.endpoint, signature))
          .to.be.revertedWithCustomError(identities, "WrongKeySignature")
          .withArgs(other.key.address, stranger.address);
      });

      it("refuses a signature for another operator", async () => {
        const contracts = await loadFixture(registered);
        const { registry, identities, node, other } = contracts;
        const signature = await ownershipOf(contracts, { operator: node.operator, key: other.key });
        await expect(
          registry.connect(other.operator).register(other.key, other.endpoint, signature),
        ).to.be.revertedWithCustomError(identities, "WrongKeySignature");
      });

      it("refuses a signature for another contract", async () => {
        const contracts = await loadFixture(registered);
        const { registry, identities, other } = contracts;
        const signature = await ownershipOf({ identities: registry as unknown as typeof identities }, other);
        await expect(
          registry.connect(other.operator).register(other.key, other.endpoint, signature),
        ).to.be.revertedWithCustomError(identities, "WrongKeySignature");
      });

      it("refuses an endpoint that is none", async () => {
        const contracts = await loadFixture(registered);
        const { identities, other } = contracts;
        await expect(enter(contracts, { ...other, endpoint: "" }))
          .to.be.revertedWithCustomError(identities, "InvalidEndpoint")
          .withArgs("", 256n);
      });
    });

    describe("when it left before", () => {
      it("registers anew with the same key, by a new number", async () => {
        const contracts = await loadFixture(registered);
        const { registry, identities, left } = contracts;
        await expect(enter(contracts, left)).to.emit(registry, "Registered").withArgs(left.operator, 3n);
        const node = await registry.nodeOf(left.operator);
        expect(node).to.deep.equal([Status.Standby, 3n, false, 0n, 0n, false, 0n]);
        expect(await identities.keyAt(left.operator, epochOf(await now()))).to.equal(left.key.address);
      });

      it("registers anew with another key, from the next epoch on", async () => {
        const contracts = await loadFixture(registered);
        const { identities, left } = contracts;
        const key = new Wallet(id("another key"));
        const sent = await enter(contracts, { ...left, key });
        const epoch = epochOf(await now());
        await expect(sent)
          .to.emit(identities, "KeySet")
          .withArgs(left.operator, key.address, epoch + 1n);
        expect(await identities.keyAt(left.operator, epoch)).to.equal(left.key.address);
        expect(await identities.keyAt(left.operator, epoch + 1n)).to.equal(key.address);
      });

      it("leaves its key to nobody else", async () => {
        const contracts = await loadFixture(registered);
        const { identities, other, left } = contracts;
        await expect(enter(contracts, { ...other, key: left.key }))
          .to.be.revertedWithCustomError(identities, "KeyTaken")
          .withArgs(left.key.address, left.operator);
      });

      it("leaves its endpoint to others", async () => {
        const contracts = await loadFixture(registered);
        const { identities, other, left } = contracts;
        await enter(contracts, { ...other, endpoint: left.endpoint });
        expect(await identities.operatorOfEndpoint(left.endpoint)).to.equal(other.operator);
        await expect(enter(contracts, left))
          .to.be.revertedWithCustomError(identities, "EndpointTaken")
          .withArgs(left.endpoint, other.operator);
      });

      it("needs its position again", async () => {
        const contracts = await loadFixture(registered);
        const { registry, stakeWeight, left } = contracts;
        await stakeWeight.connect(left.operator).initiateUnlock();
        await expect(enter(contracts, left))
          .to.be.revertedWithCustomError(registry, "StakeNotQualified")
          .withArgs(left.operator, LEAST, 52n);
      });
    });

    describe("allowlist", () => {
      it("is needed in Phase 1", async () => {
        const contracts = await loadFixture(registered);
        const { registry, registrar, other } = contracts;
        await registry.connect(registrar).setAllowed(other.operator, false);
        await expect(enter(contracts, other))
          .to.be.revertedWithCustomError(registry, "NotAllowed")
          .withArgs(other.operator);
      });

      it("is needed until the last second of Phase 1", async () => {
        const contracts = await loadFixture(registered);
        const { registry, registrar, admin, other } = contracts;
        await registry.connect(registrar).setAllowed(other.operator, false);
        await registry.connect(admin).setPhase(1n);
        const opening = (epochOf(await now()) + 1n) * DAY;
        await nextAt(opening - 1n);
        await expect(enter(contracts, other))
          .to.be.revertedWithCustomError(registry, "NotAllowed")
          .withArgs(other.operator);
        await nextAt(opening);
        await expect(enter(contracts, other)).to.emit(registry, "Registered").withArgs(other.operator, 3n);
      });

      it("is needed to come back in Phase 1", async () => {
        const contracts = await loadFixture(registered);
        const { registry, registrar, left } = contracts;
        await registry.connect(registrar).setAllowed(left.operator, false);
        await expect(enter(contracts, left))
          .to.be.revertedWithCustomError(registry, "NotAllowed")
          .withArgs(left.operator);
      });

      it("does not remove who is registered", async () => {
        const { registry, registrar, node } = await loadFixture(registered);
        await registry.connect(registrar).setAllowed(node.operator, false);
        expect(await registry.statusOf(node.operator)).to.equal(Status.Standby);
      });
    });
  });

  describe("setAllowed", () => {
    it("lets an operator enter, or no longer", async () => {
      const { registry, registrar, operators } = await loadFixture(registered);
      const operator = operators[9]!;
      for (const allowed of [true, true, false]) {
        await expect(registry.connect(registrar).setAllowed(operator, allowed))
          .to.emit(registry, "AllowedSet")
          .withArgs(operator, allowed);
        expect(await registry.isAllowed(operator)).to.equal(allowed);
      }
    });

    it("refuses the zero address", async () => {
      const { registry, registrar } = await loadFixture(registered);
      await expect(registry.connect(registrar).setAllowed(ZeroAddress, true)).to.be.revertedWithCustomError(
        registry,
        "ZeroAddress",
      );
    });
  });

  describe("pause", () => {
    it("stops registrations, also of who left", async () => {
      const contracts = await loadFixture(registered);
      const { registry, pauser, other, left } = contracts;
      await registry.connect(pauser).pause();
      for (const node of [other, left]) {
        await expect(enter(contracts, node)).to.be.revertedWithCustomError(registry, "EnforcedPause");
      }
    });

    it("stops call-ups", async () => {
      const { registry, pauser, node } = await loadFixture(registered);
      await registry.connect(pauser).pause();
      await expect(registry.callUp(node.operator, ZeroAddress)).to.be.revertedWithCustomError(
        registry,
        "EnforcedPause",
      );
    });

    it("stops neither confirming nor leaving", async () => {
      const { registry, pauser, node } = await loadFixture(registered);
      await registry.callUp(node.operator, ZeroAddress);
      await registry.connect(pauser).pause();
      await nextAt((await now()) + HOUR);
      await registry.connect(node.operator).confirm();
      expect(await registry.statusOf(node.operator)).to.equal(Status.Active);
      await registry.connect(node.operator).leave();
      expect(await registry.statusOf(node.operator)).to.equal(Status.Deactivated);
    });

    it("stops neither saying that a call-up was missed nor that a position does not qualify", async () => {
      const contracts = await loadFixture(registered);
      const { registry, stakeWeight, pauser, node, other } = contracts;
      await enter(contracts, other);
      await registry.callUp(node.operator, ZeroAddress);
      await stakeWeight.connect(other.operator).initiateUnlock();
      await registry.connect(pauser).pause();
      await warpTo((await now()) + DAY);
      await registry.deactivateMissed(node.operator);
      await registry.deactivateUnqualified(other.operator);
      await registry.update();
    });

    it("ends by the administrator", async () => {
      const { registry, pauser, admin, node } = await loadFixture(registered);
      await expect(registry.connect(pauser).pause()).to.emit(registry, "Paused").withArgs(pauser);
      await expect(registry.connect(admin).unpause()).to.emit(registry, "Unpaused").withArgs(admin);
      await registry.callUp(node.operator, ZeroAddress);
    });
  });
});
