import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { AbiCoder, concat, hexlify, id, toUtf8Bytes, Wallet, ZeroAddress, ZeroHash } from "ethers";
import { ethers, upgrades } from "hardhat";
import { hashKeyOwnership } from "../../scripts/performance/hashKeyOwnership";
import { NodeIdentities__factory, TransparentUpgradeableProxy__factory } from "../../typechain-types";
import {
  epochOf,
  type NodeContracts,
  nodeContracts,
  nodeFor,
  ownershipOf,
  register,
  stakeFor,
  type TestNode,
} from "../support/nodes";
import { mappingSlot, namespaceSlot, readSlot } from "../support/storage";
import { DAY, nextAt, now, warpTo } from "../support/time";

const second = new Wallet(id("second key"));
const third = new Wallet(id("third key"));

/** Two registered nodes and one that is not; the clock stands at noon of `epoch`. */
async function registered() {
  const contracts = await nodeContracts();
  const [node, other, outsider] = contracts.operators.slice(0, 3).map(nodeFor) as [TestNode, TestNode, TestNode];
  const epoch = epochOf(await now()) + 1n;
  for (const { operator } of [node, other, outsider]) await stakeFor(contracts, operator);
  await nextAt(epoch * DAY + DAY / 2n);
  for (const { operator } of [node, other]) await register(contracts, nodeFor(operator));
  return { ...contracts, node, other, outsider, epoch, opening: (epoch + 1n) * DAY };
}

/** {@link registered}, with an account that may introduce and release nodes. */
async function withIntroducer() {
  const fixture = await registered();
  const { identities, admin, accounts } = fixture;
  const introducer = accounts[9]!;
  await identities.connect(admin).grantRole(await identities.REGISTRY_ROLE(), introducer);
  return { ...fixture, introducer };
}

/** Proves and sets a key. */
async function setKey(contracts: NodeContracts, { operator }: TestNode, key: Wallet) {
  return contracts.identities.connect(operator).setKey(key, await ownershipOf(contracts, { operator, key }));
}

describe("NodeIdentities", () => {
  describe("constructor", () => {
    it("locks the implementation", async () => {
      const { identities, deployer } = await loadFixture(registered);
      const implementation = await upgrades.erc1967.getImplementationAddress(await identities.getAddress());
      await expect(
        NodeIdentities__factory.connect(implementation, deployer).initialize(deployer),
      ).to.be.revertedWithCustomError(identities, "InvalidInitialization");
    });
  });

  describe("initialize", () => {
    it("refuses the zero address as administrator", async () => {
      const { identities, deployer } = await loadFixture(registered);
      const implementation = await (await ethers.getContractFactory("NodeIdentities", deployer)).deploy();
      const data = identities.interface.encodeFunctionData("initialize", [ZeroAddress]);
      await expect(
        new TransparentUpgradeableProxy__factory(deployer).deploy(implementation, deployer, data),
      ).to.be.revertedWithCustomError(identities, "ZeroAddress");
    });

    it("cannot be called again, by the administrator neither", async () => {
      const { identities, deployer, admin } = await loadFixture(registered);
      for (const caller of [deployer, admin]) {
        await expect(identities.connect(caller).initialize(caller)).to.be.revertedWithCustomError(
          identities,
          "InvalidInitialization",
        );
      }
    });

    it("makes the given account the only administrator, and nothing else", async () => {
      const { identities, deployer, accounts } = await loadFixture(registered);
      const implementation = await (await ethers.getContractFactory("NodeIdentities", deployer)).deploy();
      const data = identities.interface.encodeFunctionData("initialize", [accounts[0]!.address]);
      const proxy = await new TransparentUpgradeableProxy__factory(deployer).deploy(implementation, deployer, data);
      const fresh = NodeIdentities__factory.connect(await proxy.getAddress(), deployer);
      expect(await fresh.getRoleMembers(ZeroHash)).to.deep.equal([accounts[0]!.address]);
      expect(await fresh.getRoleMemberCount(await fresh.REGISTRY_ROLE())).to.equal(0n);
    });
  });

  describe("constants", () => {
    it("are those of the rules", async () => {
      const { identities } = await loadFixture(registered);
      expect(await identities.MAX_ENDPOINT_LENGTH()).to.equal(256n);
      expect(await identities.REGISTRY_ROLE()).to.equal(id("REGISTRY_ROLE"));
    });
  });

  describe("keyDigest", () => {
    it("is that of EIP-712 for the operator, this contract and this chain", async () => {
      const { identities, node } = await loadFixture(registered);
      const { chainId } = await ethers.provider.getNetwork();
      const domain = { chainId, contract: await identities.getAddress() };
      const digest = hashKeyOwnership({ domain, operator: node.operator.address });
      expect(await identities.keyDigest(node.operator)).to.equal(digest);
    });
  });

  describe("setKey", () => {
    it("emits KeySet for the next epoch", async () => {
      const contracts = await loadFixture(registered);
      const { identities, node, epoch } = contracts;
      await expect(setKey(contracts, node, second))
        .to.emit(identities, "KeySet")
        .withArgs(node.operator, second.address, epoch + 1n);
    });

    it("keeps the old key for the running epoch and those before", async () => {
      const contracts = await loadFixture(registered);
      const { identities, node, epoch } = contracts;
      await setKey(contracts, node, second);
      expect(await identities.keyAt(node.operator, epoch)).to.equal(node.key.address);
      expect(await identities.keyAt(node.operator, epoch + 1n)).to.equal(second.address);
      expect(await identities.keyAt(node.operator, epoch + 1_000n)).to.equal(second.address);
      expect(await identities.keyAt(node.operator, epoch - 1n)).to.equal(ZeroAddress);
    });

    it("in the last second of an epoch takes effect a second later", async () => {
      const contracts = await loadFixture(registered);
      const { identities, node, epoch, opening } = contracts;
      const signature = await ownershipOf(contracts, { operator: node.operator, key: second });
      await nextAt(opening - 1n);
      await identities.connect(node.operator).setKey(second, signature);
      expect(await identities.keyAt(node.operator, epoch + 1n)).to.equal(second.address);
    });

    it("in the second of an opening takes effect a day later", async () => {
      const contracts = await loadFixture(registered);
      const { identities, node, epoch, opening } = contracts;
      const signature = await ownershipOf(contracts, { operator: node.operator, key: second });
      await nextAt(opening);
      await identities.connect(node.operator).setKey(second, signature);
      expect(await identities.keyAt(node.operator, epoch + 1n)).to.equal(node.key.address);
      expect(await identities.keyAt(node.operator, epoch + 2n)).to.equal(second.address);
    });

    it("counts the last of several changes within an epoch", async () => {
      const contracts = await loadFixture(registered);
      const { identities, node, epoch } = contracts;
      for (const key of [second, third]) await setKey(contracts, node, key);
      expect(await identities.keyAt(node.operator, epoch)).to.equal(node.key.address);
      expect(await identities.keyAt(node.operator, epoch + 1n)).to.equal(third.address);
      expect(await identities.operatorOfKey(second)).to.equal(node.operator);
    });

    it("takes back an earlier key of the same operator", async () => {
      const contracts = await loadFixture(registered);
      const { identities, node, epoch, opening } = contracts;
      await setKey(contracts, node, second);
      await warpTo(opening);
      await setKey(contracts, node, node.key as Wallet);
      const keys = [epoch, epoch + 1n, epoch + 2n].map((each) => identities.keyAt(node.operator, each));
      expect(await Promise.all(keys)).to.deep.equal([node.key.address, second.address, node.key.address]);
    });

    it("keeps the keys of all epochs", async () => {
      const contracts = await loadFixture(registered);
      const { identities, node, epoch } = contracts;
      const list = Array.from({ length: 6 }, (_, index) => new Wallet(id(`key ${index}`)));
      for (const [index, key] of list.entries()) {
        await warpTo((epoch + BigInt(2 * index)) * DAY + DAY - 1n);
        await setKey(contracts, node, key);
      }
      for (const [index, key] of list.entries()) {
        const from = epoch + BigInt(2 * index) + 1n;
        expect(await identities.keyAt(node.operator, from)).to.equal(key.address);
        expect(await identities.keyAt(node.operator, from + 1n)).to.equal(key.address);
      }
      expect(await identities.keyAt(node.operator, epoch)).to.equal(node.key.address);
    });

    it("refuses who is not registered", async () => {
      const contracts = await loadFixture(registered);
      const { identities, outsider } = contracts;
      await expect(setKey(contracts, outsider, second))
        .to.be.revertedWithCustomError(identities, "NotRegistered")
        .withArgs(outsider.operator);
    });

    it("refuses who left", async () => {
      const contracts = await loadFixture(registered);
      const { identities, registry, node } = contracts;
      await registry.connect(node.operator).leave();
      await expect(setKey(contracts, node, second))
        .to.be.revertedWithCustomError(identities, "NotRegistered")
        .withArgs(node.operator);
    });

    it("refuses another operator's key", async () => {
      const contracts = await loadFixture(registered);
      const { identities, node, other } = contracts;
      await expect(setKey(contracts, node, other.key as Wallet))
        .to.be.revertedWithCustomError(identities, "KeyTaken")
        .withArgs(other.key.address, other.operator);
    });

    it("refuses a key that another operator gave up", async () => {
      const contracts = await loadFixture(registered);
      const { identities, node, other, opening } = contracts;
      await setKey(contracts, node, second);
      await warpTo(opening + DAY);
      await expect(setKey(contracts, other, node.key as Wallet))
        .to.be.revertedWithCustomError(identities, "KeyTaken")
        .withArgs(node.key.address, node.operator);
    });

    it("refuses a signature by another key", async () => {
      const contracts = await loadFixture(registered);
      const { identities, node } = contracts;
      const signature = await ownershipOf(contracts, { operator: node.operator, key: third });
      await expect(identities.connect(node.operator).setKey(second, signature))
        .to.be.revertedWithCustomError(identities, "WrongKeySignature")
        .withArgs(second.address, third.address);
    });

    it("refuses a signature for another operator", async () => {
      const contracts = await loadFixture(registered);
      const { identities, node, other } = contracts;
      const signature = await ownershipOf(contracts, { operator: other.operator, key: second });
      await expect(identities.connect(node.operator).setKey(second, signature)).to.be.revertedWithCustomError(
        identities,
        "WrongKeySignature",
      );
    });

    it("refuses the zero address, which nobody can sign for", async () => {
      const { identities, node } = await loadFixture(registered);
      await expect(
        identities.connect(node.operator).setKey(ZeroAddress, concat([ZeroHash, ZeroHash, "0x1b"])),
      ).to.be.revertedWithCustomError(identities, "ECDSAInvalidSignature");
    });

    it("refuses what is no signature", async () => {
      const { identities, node } = await loadFixture(registered);
      await expect(identities.connect(node.operator).setKey(second, "0x1234"))
        .to.be.revertedWithCustomError(identities, "ECDSAInvalidSignatureLength")
        .withArgs(2n);
      const high = `0x${"ff".repeat(32)}`;
      await expect(identities.connect(node.operator).setKey(second, concat([ZeroHash, high, "0x1b"])))
        .to.be.revertedWithCustomError(identities, "ECDSAInvalidSignatureS")
        .withArgs(high);
    });
  });

  describe("keysAt", () => {
    it("lists the key of each operator, zero for who has none", async () => {
      const contracts = await loadFixture(registered);
      const { identities, node, other, outsider, epoch } = contracts;
      await setKey(contracts, node, second);
      const operators = [outsider, node, other, node].map(({ operator }) => operator);
      const { address: first } = node.key;
      const { address: others } = other.key;
      expect(await identities.keysAt(operators, epoch)).to.deep.equal([ZeroAddress, first, others, first]);
      expect(await identities.keysAt(operators, epoch + 1n)).to.deep.equal([
        ZeroAddress,
        second.address,
        others,
        second.address,
      ]);
      expect(await identities.keysAt([], epoch)).to.deep.equal([]);
    });
  });

  describe("operatorOfKey", () => {
    it("is the operator who proved to hold it, also after it left", async () => {
      const { identities, registry, node } = await loadFixture(registered);
      await registry.connect(node.operator).leave();
      expect(await identities.operatorOfKey(node.key)).to.equal(node.operator);
      expect(await identities.operatorOfKey(second)).to.equal(ZeroAddress);
    });
  });

  describe("setEndpoint", () => {
    it("emits EndpointSet for the next epoch", async () => {
      const { identities, node, epoch } = await loadFixture(registered);
      await expect(identities.connect(node.operator).setEndpoint("https://b.example"))
        .to.emit(identities, "EndpointSet")
        .withArgs(node.operator, "https://b.example", epoch + 1n);
    });

    it("keeps the old one until the last second of the epoch", async () => {
      const { identities, node, opening } = await loadFixture(registered);
      await identities.connect(node.operator).setEndpoint("https://b.example");
      await warpTo(opening - 1n);
      expect(await identities.endpointOf(node.operator)).to.equal(node.endpoint);
      expect(await identities.nextEndpointOf(node.operator)).to.equal("https://b.example");
    });

    it("holds from the opening of the next one on", async () => {
      const { identities, node, opening } = await loadFixture(registered);
      await identities.connect(node.operator).setEndpoint("https://b.example");
      await warpTo(opening);
      expect(await identities.endpointOf(node.operator)).to.equal("https://b.example");
      expect(await identities.nextEndpointOf(node.operator)).to.equal("https://b.example");
    });

    it("forgets a change that is not in effect yet", async () => {
      const { identities, node, other, opening } = await loadFixture(registered);
      await identities.connect(node.operator).setEndpoint("https://b.example");
      await identities.connect(node.operator).setEndpoint("https://c.example");
      expect(await identities.operatorOfEndpoint("https://b.example")).to.equal(ZeroAddress);
      await identities.connect(other.operator).setEndpoint("https://b.example");
      await warpTo(opening);
      expect(await identities.endpointOf(node.operator)).to.equal("https://c.example");
      expect(await identities.endpointOf(other.operator)).to.equal("https://b.example");
    });

    it("forgets one in the last second before it takes effect", async () => {
      const { identities, node, opening } = await loadFixture(registered);
      await identities.connect(node.operator).setEndpoint("https://b.example");
      await nextAt(opening - 1n);
      await identities.connect(node.operator).setEndpoint("https://c.example");
      expect(await identities.endpointOf(node.operator)).to.equal(node.endpoint);
      expect(await identities.operatorOfEndpoint("https://b.example")).to.equal(ZeroAddress);
      expect(await identities.operatorOfEndpoint(node.endpoint)).to.equal(node.operator);
    });

    it("from the opening on frees the one before", async () => {
      const { identities, node, opening } = await loadFixture(registered);
      await identities.connect(node.operator).setEndpoint("https://b.example");
      await nextAt(opening);
      await identities.connect(node.operator).setEndpoint("https://c.example");
      expect(await identities.endpointOf(node.operator)).to.equal("https://b.example");
      expect(await identities.nextEndpointOf(node.operator)).to.equal("https://c.example");
      expect(await identities.operatorOfEndpoint(node.endpoint)).to.equal(ZeroAddress);
      expect(await identities.operatorOfEndpoint("https://b.example")).to.equal(node.operator);
    });

    it("keeps the old one taken until the next change", async () => {
      const { identities, node, other, opening } = await loadFixture(registered);
      await identities.connect(node.operator).setEndpoint("https://b.example");
      await warpTo(opening + 5n * DAY);
      for (const { operator } of [node, other]) {
        await expect(identities.connect(operator).setEndpoint(node.endpoint))
          .to.be.revertedWithCustomError(identities, "EndpointTaken")
          .withArgs(node.endpoint, node.operator);
      }
    });

    it("refuses another node's, in effect or not yet", async () => {
      const { identities, node, other } = await loadFixture(registered);
      await identities.connect(other.operator).setEndpoint("https://b.example");
      for (const endpoint of [other.endpoint, "https://b.example"]) {
        await expect(identities.connect(node.operator).setEndpoint(endpoint))
          .to.be.revertedWithCustomError(identities, "EndpointTaken")
          .withArgs(endpoint, other.operator);
      }
    });

    it("refuses the own one", async () => {
      const { identities, node } = await loadFixture(registered);
      await expect(identities.connect(node.operator).setEndpoint(node.endpoint))
        .to.be.revertedWithCustomError(identities, "EndpointTaken")
        .withArgs(node.endpoint, node.operator);
    });

    it("refuses who is not registered, and who left", async () => {
      const { identities, registry, node, outsider } = await loadFixture(registered);
      await registry.connect(node.operator).leave();
      for (const { operator } of [node, outsider]) {
        await expect(identities.connect(operator).setEndpoint("https://b.example"))
          .to.be.revertedWithCustomError(identities, "NotRegistered")
          .withArgs(operator);
      }
    });

    it("takes 1 to 256 characters", async () => {
      const { identities, node } = await loadFixture(registered);
      const asOperator = identities.connect(node.operator);
      for (const endpoint of ["a", "a".repeat(256)]) await asOperator.setEndpoint(endpoint);
      for (const endpoint of ["", "a".repeat(257)]) {
        await expect(asOperator.setEndpoint(endpoint))
          .to.be.revertedWithCustomError(identities, "InvalidEndpoint")
          .withArgs(endpoint, 256n);
      }
    });

    it("takes printable ASCII without blanks and capitals, and nothing else, anywhere", async () => {
      const { identities, node } = await loadFixture(registered);
      const { selector } = identities.interface.getFunction("setEndpoint");
      const error = identities.interface.getError("InvalidEndpoint")!.selector;
      const to = await identities.getAddress();
      const isTaken = async (bytes: Uint8Array) => {
        // As bytes, since not every byte is a character.
        const data = concat([selector, AbiCoder.defaultAbiCoder().encode(["bytes"], [bytes])]);
        try {
          await ethers.provider.call({ from: node.operator.address, to, data });
          return true;
        } catch (failure) {
          expect((failure as { data?: string }).data?.slice(0, 10)).to.equal(error);
          return false;
        }
      };
      const taken: string[] = [];
      for (let byte = 0; byte < 256; ++byte) {
        if (await isTaken(Uint8Array.of(byte))) taken.push(String.fromCharCode(byte));
        expect(await isTaken(Uint8Array.of(byte, 0x61, 0x61))).to.equal(taken.at(-1)?.charCodeAt(0) === byte);
        expect(await isTaken(Uint8Array.of(0x61, 0x61, byte))).to.equal(taken.at(-1)?.charCodeAt(0) === byte);
      }
      expect(taken.join("")).to.equal("!\"#$%&'()*+,-./0123456789:;<=>?@[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");
    });

    it("refuses letters beyond ASCII", async () => {
      const { identities, node } = await loadFixture(registered);
      expect(hexlify(toUtf8Bytes("ä"))).to.equal("0xc3a4");
      await expect(identities.connect(node.operator).setEndpoint("https://ä.example"))
        .to.be.revertedWithCustomError(identities, "InvalidEndpoint")
        .withArgs("https://ä.example", 256n);
    });
  });

  describe("release", () => {
    it("frees the endpoint in effect and the next one", async () => {
      const { identities, registry, node } = await loadFixture(registered);
      await identities.connect(node.operator).setEndpoint("https://b.example");
      await expect(registry.connect(node.operator).leave())
        .to.emit(identities, "EndpointReleased")
        .withArgs(node.operator);
      for (const endpoint of [node.endpoint, "https://b.example"]) {
        expect(await identities.operatorOfEndpoint(endpoint)).to.equal(ZeroAddress);
      }
      expect(await identities.endpointOf(node.operator)).to.equal("");
      expect(await identities.nextEndpointOf(node.operator)).to.equal("");
    });

    it("frees the endpoint that was left and the one in effect", async () => {
      const { identities, registry, node, opening } = await loadFixture(registered);
      await identities.connect(node.operator).setEndpoint("https://b.example");
      await warpTo(opening);
      await registry.connect(node.operator).leave();
      for (const endpoint of [node.endpoint, "https://b.example"]) {
        expect(await identities.operatorOfEndpoint(endpoint)).to.equal(ZeroAddress);
      }
    });

    it("forgets a change, so that it does not come back with the node", async () => {
      const contracts = await loadFixture(registered);
      const { identities, registry, node, opening } = contracts;
      await identities.connect(node.operator).setEndpoint("https://b.example");
      await registry.connect(node.operator).leave();
      await register(contracts, node);
      await warpTo(opening);
      expect(await identities.endpointOf(node.operator)).to.equal(node.endpoint);
    });

    it("keeps the keys", async () => {
      const { identities, registry, node, epoch } = await loadFixture(registered);
      await registry.connect(node.operator).leave();
      expect(await identities.keyAt(node.operator, epoch)).to.equal(node.key.address);
      expect(await identities.keyAt(node.operator, epoch + 5n)).to.equal(node.key.address);
    });

    it("is for the registry alone", async () => {
      const { identities, introducer, admin, node } = await loadFixture(withIntroducer);
      await expect(identities.connect(admin).release(node.operator))
        .to.be.revertedWithCustomError(identities, "AccessControlUnauthorizedAccount")
        .withArgs(admin, id("REGISTRY_ROLE"));
      await identities.connect(introducer).release(node.operator);
    });
  });

  describe("introduce", () => {
    it("gives a first key and an endpoint at once", async () => {
      const contracts = await loadFixture(withIntroducer);
      const { identities, introducer, outsider, epoch } = contracts;
      const { operator, key, endpoint } = outsider;
      const signature = await ownershipOf(contracts, outsider);
      const sent = identities.connect(introducer).introduce(operator, key, endpoint, signature);
      await expect(sent).to.emit(identities, "KeySet").withArgs(operator, key.address, epoch);
      await expect(sent).to.emit(identities, "EndpointSet").withArgs(operator, endpoint, epoch);
      expect(await identities.keyAt(operator, epoch)).to.equal(key.address);
      expect(await identities.keyAt(operator, epoch - 1n)).to.equal(ZeroAddress);
      expect(await identities.endpointOf(operator)).to.equal(endpoint);
    });

    it("gives a later key from the next epoch on, so that what was signed stays signed", async () => {
      const contracts = await loadFixture(withIntroducer);
      const { identities, introducer, node, epoch } = contracts;
      await identities.connect(introducer).release(node.operator);
      const signature = await ownershipOf(contracts, { operator: node.operator, key: second });
      await expect(identities.connect(introducer).introduce(node.operator, second, node.endpoint, signature))
        .to.emit(identities, "KeySet")
        .withArgs(node.operator, second.address, epoch + 1n);
      expect(await identities.keyAt(node.operator, epoch)).to.equal(node.key.address);
    });

    it("is for the registry alone", async () => {
      const contracts = await loadFixture(withIntroducer);
      const { identities, admin, outsider } = contracts;
      const { operator, key, endpoint } = outsider;
      await expect(identities.connect(admin).introduce(operator, key, endpoint, await ownershipOf(contracts, outsider)))
        .to.be.revertedWithCustomError(identities, "AccessControlUnauthorizedAccount")
        .withArgs(admin, id("REGISTRY_ROLE"));
    });
  });

  describe("storage", () => {
    it("begins at the ERC-7201 slot of wct.storage.NodeIdentities", async () => {
      const { identities, node } = await loadFixture(registered);
      // The owner of a key is in the second mapping.
      const root = namespaceSlot("wct.storage.NodeIdentities");
      const slot = await readSlot(identities, mappingSlot(node.key.address, root + 1n));
      expect(slot).to.equal(BigInt(node.operator.address));
    });
  });
});
