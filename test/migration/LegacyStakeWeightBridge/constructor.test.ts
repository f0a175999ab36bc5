import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { ethers } from "hardhat";
import { funded } from "../../support/funded";
import { firstBridged } from "../../support/migration";

describe("LegacyStakeWeightBridge", () => {
  describe("constructor", () => {
    it("keeps where locks go, for every proxy", async () => {
      const { bridge, stakeWeight } = await loadFixture(firstBridged);
      expect(await bridge.stakeWeight()).to.equal(await stakeWeight.getAddress());
    });

    it("refuses the zero address", async () => {
      const factory = await ethers.getContractFactory("LegacyStakeWeightBridge");
      await expect(factory.deploy(ZeroAddress)).to.be.revertedWithCustomError(factory, "ZeroAddress").withArgs();
    });

    it("refuses what has no token", async () => {
      const { stranger, token } = await loadFixture(funded);
      const factory = await ethers.getContractFactory("LegacyStakeWeightBridge");
      await expect(factory.deploy(stranger)).to.be.revertedWithoutReason();
      await expect(factory.deploy(token)).to.be.revertedWithoutReason();
    });

    it("leaves an implementation that nobody can use by itself", async () => {
      const { stakeWeight, stranger } = await loadFixture(funded);
      const factory = await ethers.getContractFactory("LegacyStakeWeightBridge");
      const implementation = await factory.deploy(stakeWeight);
      for (const send of [() => implementation.migrate([stranger]), () => implementation.connect(stranger).join()]) {
        await expect(send()).to.be.revertedWithoutReason();
      }
      await expect(implementation.connect(stranger).withdraw())
        .to.be.revertedWithCustomError(implementation, "LockNotEnded")
        .withArgs(stranger, 0n);
    });
  });
});
