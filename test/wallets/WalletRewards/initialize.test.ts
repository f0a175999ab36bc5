import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { ethers } from "hardhat";
import { wallets } from "../../support/wallets";

describe("WalletRewards", () => {
  describe("constructor", () => {
    it("refuses the zero address", async () => {
      const { rewards, deployer, token, oracle } = await loadFixture(wallets);
      const factory = await ethers.getContractFactory("WalletRewards", deployer);
      for (const args of [
        [ZeroAddress, await token.getAddress()],
        [await oracle.getAddress(), ZeroAddress],
      ] as const) {
        await expect(factory.deploy(...args)).to.be.revertedWithCustomError(rewards, "ZeroAddress");
      }
    });

    it("locks the implementation", async () => {
      const { deployer, admin, token, oracle } = await loadFixture(wallets);
      const implementation = await (await ethers.getContractFactory("WalletRewards", deployer)).deploy(oracle, token);
      await expect(implementation.initialize(admin)).to.be.revertedWithCustomError(
        implementation,
        "InvalidInitialization",
      );
    });
  });

  describe("initialize", () => {
    it("makes the admin the only administrator", async () => {
      const { rewards, admin } = await loadFixture(wallets);
      const role = await rewards.DEFAULT_ADMIN_ROLE();
      expect(await rewards.getRoleMemberCount(role)).to.equal(1n);
      expect(await rewards.getRoleMember(role, 0n)).to.equal(admin.address);
    });

    it("begins with the running period", async () => {
      const { rewards, period } = await loadFixture(wallets);
      expect(await rewards.firstOpenPeriod()).to.equal(period);
    });

    it("gives 70 % to the certified pool", async () => {
      const { rewards, period } = await loadFixture(wallets);
      expect(await rewards.certifiedShareAt(period)).to.equal(7_000n);
      expect(await rewards.certifiedShareAt(2n ** 256n - 1n)).to.equal(7_000n);
      expect(await rewards.certifiedShareAt(period - 1n)).to.equal(0n);
    });

    it("keeps the token and the oracle", async () => {
      const { rewards, token, oracle } = await loadFixture(wallets);
      expect(await rewards.token()).to.equal(await token.getAddress());
      expect(await rewards.oracle()).to.equal(await oracle.getAddress());
    });

    it("is possible once", async () => {
      const { rewards, admin } = await loadFixture(wallets);
      await expect(rewards.connect(admin).initialize(admin)).to.be.revertedWithCustomError(
        rewards,
        "InvalidInitialization",
      );
    });

    it("refuses the zero address", async () => {
      const { rewards, deployer, token, oracle } = await loadFixture(wallets);
      const implementation = await (await ethers.getContractFactory("WalletRewards", deployer)).deploy(oracle, token);
      const proxies = await ethers.getContractFactory("TransparentUpgradeableProxy", deployer);
      const call = rewards.interface.encodeFunctionData("initialize", [ZeroAddress]);
      await expect(proxies.deploy(implementation, deployer, call)).to.be.revertedWithCustomError(
        rewards,
        "ZeroAddress",
      );
    });
  });
});
