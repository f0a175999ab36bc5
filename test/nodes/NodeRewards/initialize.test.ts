import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { MaxUint256, ZeroAddress } from "ethers";
import { ethers, upgrades } from "hardhat";
import { NodeRewards__factory, TransparentUpgradeableProxy__factory } from "../../../typechain-types";
import { WCT } from "../../support/amounts";
import { epochOf } from "../../support/nodes";
import { earned, nodeRewardsOver, settling } from "../../support/settling";
import { field, mappingSlot, namespaceSlot, readSlot } from "../../support/storage";
import { DAY, nextAt, now } from "../../support/time";

const root = namespaceSlot("wct.storage.NodeRewards");

describe("NodeRewards", () => {
  describe("constructor", () => {
    it("refuses the zero address as distributor", async () => {
      const { deployer } = await loadFixture(settling);
      const factory = await ethers.getContractFactory("NodeRewards", deployer);
      await expect(factory.deploy(ZeroAddress)).to.be.revertedWithCustomError(factory, "ZeroAddress");
    });

    it("locks the implementation", async () => {
      const { nodeRewards, deployer } = await loadFixture(settling);
      const implementation = await upgrades.erc1967.getImplementationAddress(await nodeRewards.getAddress());
      await expect(
        NodeRewards__factory.connect(implementation, deployer).initialize(deployer),
      ).to.be.revertedWithCustomError(nodeRewards, "InvalidInitialization");
    });

    it("takes the token of the distributor", async () => {
      const { nodeRewards, token } = await loadFixture(settling);
      expect(await nodeRewards.token()).to.equal(await token.getAddress());
    });
  });

  describe("initialize", () => {
    it("refuses the zero address as administrator", async () => {
      const { nodeRewards, distributor } = await loadFixture(settling);
      await expect(nodeRewardsOver(distributor, { address: ZeroAddress })).to.be.revertedWithCustomError(
        nodeRewards,
        "ZeroAddress",
      );
    });

    it("cannot be called again, by the administrator neither", async () => {
      const { nodeRewards, stranger, admin } = await loadFixture(settling);
      for (const caller of [stranger, admin]) {
        await expect(nodeRewards.connect(caller).initialize(caller)).to.be.revertedWithCustomError(
          nodeRewards,
          "InvalidInitialization",
        );
      }
    });

    it("gives the administrator role alone, to the one named", async () => {
      const { nodeRewards, distributor, stranger, deployer } = await loadFixture(settling);
      const other = await nodeRewardsOver(distributor, stranger);
      expect(await other.getRoleMembers(await nodeRewards.DEFAULT_ADMIN_ROLE())).to.deep.equal([stranger.address]);
      for (const role of ["PAUSER_ROLE", "ORACLE_ROLE", "GUARDIAN_ROLE"] as const) {
        expect(await other.getRoleMemberCount(await nodeRewards[role]())).to.equal(0n);
      }
      expect(await other.hasRole(await nodeRewards.DEFAULT_ADMIN_ROLE(), deployer)).to.equal(false);
    });

    it("approves the distributor for slashed tokens, and nobody else", async () => {
      const { nodeRewards, distributor, stakeWeight, token, admin } = await loadFixture(settling);
      expect(await token.allowance(nodeRewards, distributor)).to.equal(MaxUint256);
      expect(await token.allowance(nodeRewards, stakeWeight)).to.equal(0n);
      expect(await token.allowance(nodeRewards, admin)).to.equal(0n);
    });

    it("makes the running epoch the first that can be funded", async () => {
      const { distributor, stranger, deployer } = await loadFixture(settling);
      const implementation = await (await ethers.getContractFactory("NodeRewards", deployer)).deploy(distributor);
      const data = implementation.interface.encodeFunctionData("initialize", [stranger.address]);
      const epoch = epochOf(await now()) + 1n;
      await nextAt(epoch * DAY);
      const proxy = await new TransparentUpgradeableProxy__factory(deployer).deploy(implementation, deployer, data);
      expect(field(await readSlot(proxy, root), 96n, 40n)).to.equal(epoch);
    });
  });

  describe("constants", () => {
    it("are those of the rules", async () => {
      const { nodeRewards } = await loadFixture(settling);
      expect(await nodeRewards.MAX_EPOCHS_AHEAD()).to.equal(366n);
      expect(await nodeRewards.MAX_MISSED_EPOCHS()).to.equal(32n);
      expect(await nodeRewards.VETO_TIME()).to.equal(DAY);
    });
  });

  describe("storage", () => {
    it("begins at the ERC-7201 slot of wct.storage.NodeRewards", () => {
      expect(root).to.equal(0xaabad6cc5e42dbd75080182ceb882f7088df22cb49ab4f305636bd43c4ceb700n);
    });

    it("keeps carried, open epoch and funding in one slot, payments in the next", async () => {
      const { nodeRewards, node, epoch } = await loadFixture(earned);
      await nodeRewards.claim(node);
      const slot = await readSlot(nodeRewards, root);
      expect(field(slot, 0n, 96n)).to.equal(900n * WCT);
      expect(field(slot, 96n, 40n)).to.equal(epoch + 1n);
      expect(field(slot, 136n, 120n)).to.equal(1_050n * WCT);
      expect(await readSlot(nodeRewards, root + 1n)).to.equal(100n * WCT);
    });

    it("keeps a node in one slot, that a claim does not empty", async () => {
      const { nodeRewards, node } = await loadFixture(earned);
      const accountSlot = mappingSlot(node.address, root + 3n);
      expect(await readSlot(nodeRewards, accountSlot)).to.equal(((100n * WCT) << 160n) | BigInt(node.address));
      await nodeRewards.claim(node);
      expect(await readSlot(nodeRewards, accountSlot)).to.equal(BigInt(node.address));
    });

    it("forgets the funding of an epoch that is settled", async () => {
      const { nodeRewards, epoch } = await loadFixture(earned);
      expect(await readSlot(nodeRewards, mappingSlot(epoch, root + 2n))).to.equal(0n);
      expect(await readSlot(nodeRewards, mappingSlot(epoch + 1n, root + 2n))).to.equal(50n * WCT);
    });
  });
});
