import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { MaxUint256, ZeroAddress } from "ethers";
import { ethers, upgrades } from "hardhat";
import { RewardDistributor__factory, TransparentUpgradeableProxy__factory } from "../../../typechain-types";
import { WCT } from "../../support/amounts";
import { funded } from "../../support/funded";
import { oneWeekOver } from "../../support/rewarded";
import { field, mappingSlot, namespaceSlot, readSlot } from "../../support/storage";
import { WEEK } from "../../support/time";

const root = namespaceSlot("wct.storage.RewardDistributor");

describe("RewardDistributor", () => {
  describe("constructor", () => {
    it("refuses the zero address as StakeWeight", async () => {
      const { deployer } = await loadFixture(funded);
      const factory = await ethers.getContractFactory("RewardDistributor", deployer);
      await expect(factory.deploy(ZeroAddress)).to.be.revertedWithCustomError(factory, "ZeroAddress");
    });

    it("locks the implementation", async () => {
      const { distributor, deployer } = await loadFixture(funded);
      const implementation = await upgrades.erc1967.getImplementationAddress(await distributor.getAddress());
      await expect(
        RewardDistributor__factory.connect(implementation, deployer).initialize(deployer),
      ).to.be.revertedWithCustomError(distributor, "InvalidInitialization");
    });

    it("takes the token of StakeWeight", async () => {
      const { distributor, stakeWeight, token } = await loadFixture(funded);
      expect(await distributor.token()).to.equal(await token.getAddress());
      expect(await distributor.stakeWeight()).to.equal(await stakeWeight.getAddress());
    });
  });

  describe("initialize", () => {
    it("refuses the zero address as administrator", async () => {
      const { distributor, stakeWeight, deployer } = await loadFixture(funded);
      const implementation = await (await ethers.getContractFactory("RewardDistributor", deployer)).deploy(stakeWeight);
      const data = distributor.interface.encodeFunctionData("initialize", [ZeroAddress]);
      await expect(
        new TransparentUpgradeableProxy__factory(deployer).deploy(implementation, deployer, data),
      ).to.be.revertedWithCustomError(distributor, "ZeroAddress");
    });

    it("cannot be called again, by the administrator neither", async () => {
      const { distributor, stranger, admin } = await loadFixture(funded);
      for (const caller of [stranger, admin]) {
        await expect(distributor.connect(caller).initialize(caller)).to.be.revertedWithCustomError(
          distributor,
          "InvalidInitialization",
        );
      }
    });

    it("approves StakeWeight for restaking, and nobody else", async () => {
      const { distributor, stakeWeight, token, admin } = await loadFixture(funded);
      expect(await token.allowance(distributor, stakeWeight)).to.equal(MaxUint256);
      expect(await token.allowance(distributor, admin)).to.equal(0n);
    });
  });

  describe("storage", () => {
    it("begins at the ERC-7201 slot of wct.storage.RewardDistributor", () => {
      expect(root).to.equal(0x29e43473caf0953912a5f0ff98e525242b376f4f2c43241f2dc5b67ce7d70800n);
    });

    it("keeps open week, funding and payments in one slot", async () => {
      const { distributor, alice, thursday } = await loadFixture(oneWeekOver);
      await distributor.claim(alice);
      const slot = await readSlot(distributor, root);
      expect(field(slot, 0n, 16n)).to.equal(thursday / WEEK + 1n);
      expect(field(slot, 16n, 120n)).to.equal(900n * WCT);
      expect(field(slot, 136n, 120n)).to.equal(await distributor.totalPaid());
    });

    it("keeps the funding of an open week where its sum stands once it is closed", async () => {
      const { distributor, thursday } = await loadFixture(oneWeekOver);
      const periodSlot = mappingSlot(thursday / WEEK, root + 1n);
      expect(await readSlot(distributor, periodSlot)).to.equal((900n * WCT) << 16n);
      await distributor.closeWeeks(100n);
      const closed = await readSlot(distributor, periodSlot);
      const quotient = ((900n * WCT) << 128n) / (156_000n * WCT);
      expect(field(closed, 0n, 16n)).to.equal(thursday / WEEK);
      expect(closed >> 16n).to.equal(quotient);
      expect(await readSlot(distributor, periodSlot + 1n)).to.equal((quotient * thursday) / WEEK);
    });

    it("keeps an account in one slot", async () => {
      const { distributor, alice, stranger, thursday } = await loadFixture(oneWeekOver);
      await distributor.connect(alice).setRecipient(stranger);
      await distributor.claim(alice);
      const slot = await readSlot(distributor, mappingSlot(alice.address, root + 2n));
      expect(field(slot, 0n, 160n)).to.equal(BigInt(stranger.address));
      expect(field(slot, 160n, 16n)).to.equal(thursday / WEEK + 1n);
      expect(slot >> 176n).to.equal(0n);
    });
  });
});
