import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { ethers, upgrades } from "hardhat";
import {
  NoReturnValueToken__factory,
  StakeWeight__factory,
  TransparentUpgradeableProxy__factory,
} from "../../../typechain-types";
import { deployedOver } from "../../support/deployedOver";
import { funded } from "../../support/funded";

async function overTokenOfSixDecimals() {
  const [deployer] = await ethers.getSigners();
  return deployedOver(await new NoReturnValueToken__factory(deployer).deploy(deployer!, 1n));
}

describe("StakeWeight", () => {
  describe("constructor", () => {
    it("refuses the zero address as token", async () => {
      const { deployer } = await loadFixture(funded);
      const factory = await ethers.getContractFactory("StakeWeight", deployer);
      await expect(factory.deploy(ZeroAddress)).to.be.revertedWithCustomError(factory, "ZeroAddress");
    });

    it("locks the implementation", async () => {
      const { stakeWeight, deployer } = await loadFixture(funded);
      const implementation = await upgrades.erc1967.getImplementationAddress(await stakeWeight.getAddress());
      await expect(
        StakeWeight__factory.connect(implementation, deployer).initialize(deployer),
      ).to.be.revertedWithCustomError(stakeWeight, "InvalidInitialization");
    });
  });

  describe("initialize", () => {
    it("refuses the zero address as administrator", async () => {
      const { stakeWeight, token, deployer } = await loadFixture(funded);
      const implementation = await (await ethers.getContractFactory("StakeWeight", deployer)).deploy(token);
      const data = stakeWeight.interface.encodeFunctionData("initialize", [ZeroAddress]);
      await expect(
        new TransparentUpgradeableProxy__factory(deployer).deploy(implementation, deployer, data),
      ).to.be.revertedWithCustomError(stakeWeight, "ZeroAddress");
    });

    it("cannot be called again, by the administrator neither", async () => {
      const { stakeWeight, stranger, admin } = await loadFixture(funded);
      for (const caller of [stranger, admin]) {
        await expect(stakeWeight.connect(caller).initialize(caller)).to.be.revertedWithCustomError(
          stakeWeight,
          "InvalidInitialization",
        );
      }
    });

    it("makes the given account the administrator", async () => {
      const { stakeWeight, token, deployer, stranger } = await loadFixture(funded);
      const implementation = await (await ethers.getContractFactory("StakeWeight", deployer)).deploy(token);
      const data = stakeWeight.interface.encodeFunctionData("initialize", [stranger.address]);
      const proxy = await new TransparentUpgradeableProxy__factory(deployer).deploy(implementation, deployer, data);
      const fresh = StakeWeight__factory.connect(await proxy.getAddress(), deployer);
      expect(await fresh.getRoleMembers(await fresh.DEFAULT_ADMIN_ROLE())).to.deep.equal([stranger.address]);
      expect(await fresh.getRoleMembers(await fresh.PAUSER_ROLE())).to.deep.equal([]);
      expect(await fresh.getRoleMembers(await fresh.DISTRIBUTOR_ROLE())).to.deep.equal([]);
    });
  });

  describe("token", () => {
    it("is the token that was given", async () => {
      const { stakeWeight, token } = await loadFixture(funded);
      expect(await stakeWeight.token()).to.equal(await token.getAddress());
    });
  });

  describe("name, symbol and decimals", () => {
    it("name the stake weight for wallets", async () => {
      const { stakeWeight } = await loadFixture(funded);
      expect(await stakeWeight.name()).to.equal("WCT Stake Weight");
      expect(await stakeWeight.symbol()).to.equal("swWCT");
    });

    it("have the decimals of the token", async () => {
      const { stakeWeight } = await loadFixture(funded);
      expect(await stakeWeight.decimals()).to.equal(18n);
      const { stakeWeight: other } = await loadFixture(overTokenOfSixDecimals);
      expect(await other.decimals()).to.equal(6n);
    });
  });
});
