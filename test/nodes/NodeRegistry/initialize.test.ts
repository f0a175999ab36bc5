import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { ZeroAddress, ZeroHash } from "ethers";
import { ethers, upgrades } from "hardhat";
import { hashSeatedSet } from "../../../scripts/performance/hashSeatedSet";
import { NodeRegistry__factory, TransparentUpgradeableProxy__factory } from "../../../typechain-types";
import { epochOf, nodeContracts } from "../../support/nodes";
import { DAY, nextAt, now } from "../../support/time";

const nobody = { active: 0n, reserved: 0n, operators: [] };

/** A registry set up at noon of `epoch`. */
async function freshRegistry() {
  const contracts = await nodeContracts();
  const { stakeWeight, identities, deployer, accounts } = contracts;
  const implementation = await (
    await ethers.getContractFactory("NodeRegistry", deployer)
  ).deploy(stakeWeight, identities);
  const owner = accounts[0]!;
  const data = implementation.interface.encodeFunctionData("initialize", [owner.address]);
  const epoch = epochOf(await now()) + 1n;
  await nextAt(epoch * DAY + DAY / 2n);
  const proxy = await new TransparentUpgradeableProxy__factory(deployer).deploy(implementation, deployer, data);
  const fresh = NodeRegistry__factory.connect(await proxy.getAddress(), deployer);
  return { ...contracts, implementation, owner, fresh, epoch, setUp: proxy.deploymentTransaction()! };
}

describe("NodeRegistry", () => {
  describe("constructor", () => {
    it("refuses the zero address as source of weights or as identities", async () => {
      const { registry, stakeWeight, identities, deployer } = await loadFixture(freshRegistry);
      const factory = await ethers.getContractFactory("NodeRegistry", deployer);
      await expect(factory.deploy(ZeroAddress, identities)).to.be.revertedWithCustomError(registry, "ZeroAddress");
      await expect(factory.deploy(stakeWeight, ZeroAddress)).to.be.revertedWithCustomError(registry, "ZeroAddress");
    });

    it("locks the implementation", async () => {
      const { registry, deployer } = await loadFixture(freshRegistry);
      const implementation = await upgrades.erc1967.getImplementationAddress(await registry.getAddress());
      await expect(
        NodeRegistry__factory.connect(implementation, deployer).initialize(deployer),
      ).to.be.revertedWithCustomError(registry, "InvalidInitialization");
    });
  });

  describe("initialize", () => {
    it("refuses the zero address as administrator", async () => {
      const { implementation, deployer } = await loadFixture(freshRegistry);
      const data = implementation.interface.encodeFunctionData("initialize", [ZeroAddress]);
      await expect(
        new TransparentUpgradeableProxy__factory(deployer).deploy(implementation, deployer, data),
      ).to.be.revertedWithCustomError(implementation, "ZeroAddress");
    });

    it("cannot be called again, by the administrator neither", async () => {
      const { fresh, owner, deployer } = await loadFixture(freshRegistry);
      for (const caller of [owner, deployer]) {
        await expect(fresh.connect(caller).initialize(caller)).to.be.revertedWithCustomError(
          fresh,
          "InvalidInitialization",
        );
      }
    });

    it("makes the given account the only administrator, and nothing else", async () => {
      const { fresh, owner } = await loadFixture(freshRegistry);
      expect(await fresh.getRoleMembers(ZeroHash)).to.deep.equal([owner.address]);
      for (const role of [await fresh.PAUSER_ROLE(), await fresh.ORACLE_ROLE(), await fresh.REGISTRAR_ROLE()]) {
        expect(await fresh.getRoleMemberCount(role)).to.equal(0n);
      }
    });

    it("wants 15 Active and 6 Reserved", async () => {
      const { fresh, setUp } = await loadFixture(freshRegistry);
      expect(await fresh.targets()).to.deep.equal([15n, 6n]);
      await expect(setUp).to.emit(fresh, "TargetsSet").withArgs(15n, 6n);
    });

    it("begins in Phase 1 with nobody seated", async () => {
      const { fresh, epoch } = await loadFixture(freshRegistry);
      expect(await fresh.phaseAt(epoch)).to.equal(0n);
      expect(await fresh.phaseAt(epoch + 1_000n)).to.equal(0n);
      expect(await fresh.counts()).to.deep.equal([0n, 0n, 0n, 0n]);
      expect(await fresh.seatedSet()).to.deep.equal([0n, 0n, []]);
      expect(await fresh.seatHolders()).to.deep.equal(Array<string>(32).fill(ZeroAddress));
      expect(await fresh.thresholds()).to.deep.equal([0n, 0n, 0n]);
      expect(await fresh.paused()).to.equal(false);
    });

    it("records the empty set for the running epoch and the one before", async () => {
      const { fresh, epoch, setUp } = await loadFixture(freshRegistry);
      await expect(setUp).to.emit(fresh, "SeatedSetRecorded").withArgs(hashSeatedSet(nobody), [0n, 0n, []]);
      expect(await fresh.setHashAt(epoch)).to.equal(hashSeatedSet(nobody));
      expect(await fresh.setHashAt(epoch - 1n)).to.equal(hashSeatedSet(nobody));
    });
  });

  describe("constants", () => {
    it("are those of the rules", async () => {
      const { registry } = await loadFixture(freshRegistry);
      expect(await registry.MIN_STAKE()).to.equal(100_000n * 10n ** 18n);
      expect(await registry.MIN_PRESET_WEEKS()).to.equal(52n);
      expect(await registry.MAX_ACTIVE()).to.equal(15n);
      expect(await registry.MAX_SEATED()).to.equal(24n);
      expect(await registry.CONFIRMATION_TIME()).to.equal(86_400n);
      expect(await registry.DISPLACEMENT_TIME()).to.equal(3_600n);
      expect(await registry.CONFINEMENT_TIME()).to.equal(86_400n);
      expect(await registry.PAUSER_ROLE()).to.equal(ethers.id("PAUSER_ROLE"));
      expect(await registry.ORACLE_ROLE()).to.equal(ethers.id("ORACLE_ROLE"));
      expect(await registry.REGISTRAR_ROLE()).to.equal(ethers.id("REGISTRAR_ROLE"));
    });
  });
});
