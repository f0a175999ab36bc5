import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { MaxUint256, ZeroHash } from "ethers";
import { ReentrantToken__factory } from "../../../typechain-types";
import { WCT } from "../../support/amounts";
import { deployedOver } from "../../support/deployedOver";
import { funded } from "../../support/funded";
import { signPermit } from "../../support/permit";
import { nextAt } from "../../support/time";
import { ethers } from "hardhat";

/** {@link funded}, where alice has approved nothing but has signed a permit for 100 WCT that does not expire. */
async function permitted() {
  const fixture = await funded();
  const { token, stakeWeight, alice } = fixture;
  await token.connect(alice).approve(stakeWeight, 0n);
  const value = 100n * WCT;
  const permit = await signPermit({ token, owner: alice, spender: stakeWeight, value, deadline: MaxUint256 });
  return { ...fixture, value, permit };
}

/** All contracts over a token without permits; alice holds the supply and approved it. */
async function overTokenWithoutPermits() {
  const [deployer, , , alice] = await ethers.getSigners();
  const token = await new ReentrantToken__factory(deployer).deploy(alice!, 100n * WCT);
  const contracts = await deployedOver(token);
  await token.connect(alice).approve(contracts.stakeWeight, 100n * WCT);
  return contracts;
}

const noSignature = [MaxUint256, 27, ZeroHash, ZeroHash] as const;

describe("StakeWeight", () => {
  describe("stakeWithPermit", () => {
    it("opens a position without an approval", async () => {
      const { stakeWeight, token, alice, value, permit } = await loadFixture(permitted);
      await expect(stakeWeight.connect(alice).stakeWithPermit(value, 52n, ...permit)).to.changeTokenBalances(
        token,
        [alice, stakeWeight],
        [-value, value],
      );
      expect(await stakeWeight.positionOf(alice)).to.deep.equal([value, 52n, 0n, 1n]);
    });

    it("emits Staked", async () => {
      const { stakeWeight, alice, value, permit } = await loadFixture(permitted);
      await expect(stakeWeight.connect(alice).stakeWithPermit(value, 52n, ...permit))
        .to.emit(stakeWeight, "Staked")
        .withArgs(alice, alice, value, 52n);
    });

    it("leaves no allowance", async () => {
      const { stakeWeight, token, alice, value, permit } = await loadFixture(permitted);
      await stakeWeight.connect(alice).stakeWithPermit(value, 52n, ...permit);
      expect(await token.allowance(alice, stakeWeight)).to.equal(0n);
    });

    it("is not harmed by somebody who uses the permit first", async () => {
      const { stakeWeight, token, alice, stranger, value, permit } = await loadFixture(permitted);
      await token.connect(stranger).permit(alice, stakeWeight, value, ...permit);
      await stakeWeight.connect(alice).stakeWithPermit(value, 52n, ...permit);
      expect((await stakeWeight.positionOf(alice)).amount).to.equal(value);
    });

    it("refuses a permit over another amount for want of an allowance", async () => {
      const { stakeWeight, token, alice, value, permit } = await loadFixture(permitted);
      await expect(stakeWeight.connect(alice).stakeWithPermit(value - 1n, 52n, ...permit))
        .to.be.revertedWithCustomError(token, "ERC20InsufficientAllowance")
        .withArgs(stakeWeight, 0n, value - 1n);
    });

    it("refuses the permit of another account", async () => {
      const { stakeWeight, token, bob, value, permit } = await loadFixture(permitted);
      await token.connect(bob).approve(stakeWeight, 0n);
      await expect(stakeWeight.connect(bob).stakeWithPermit(value, 52n, ...permit))
        .to.be.revertedWithCustomError(token, "ERC20InsufficientAllowance")
        .withArgs(stakeWeight, 0n, value);
    });

    it("refuses no signature without an allowance", async () => {
      const { stakeWeight, token, alice, value } = await loadFixture(permitted);
      await expect(stakeWeight.connect(alice).stakeWithPermit(value, 52n, ...noSignature))
        .to.be.revertedWithCustomError(token, "ERC20InsufficientAllowance")
        .withArgs(stakeWeight, 0n, value);
    });

    it("needs no signature with an allowance", async () => {
      const { stakeWeight, bob } = await loadFixture(funded);
      await stakeWeight.connect(bob).stakeWithPermit(5n, 52n, ...noSignature);
      expect((await stakeWeight.positionOf(bob)).amount).to.equal(5n);
    });

    it("accepts a permit in the second of its deadline", async () => {
      const { stakeWeight, token, alice, monday } = await loadFixture(permitted);
      const deadline = monday + 1_000n;
      const permit = await signPermit({ token, owner: alice, spender: stakeWeight, value: 7n, deadline });
      await nextAt(deadline);
      await stakeWeight.connect(alice).stakeWithPermit(7n, 52n, ...permit);
      expect((await stakeWeight.positionOf(alice)).amount).to.equal(7n);
    });

    it("refuses an expired permit for want of an allowance", async () => {
      const { stakeWeight, token, alice, monday } = await loadFixture(permitted);
      const deadline = monday + 1_000n;
      const permit = await signPermit({ token, owner: alice, spender: stakeWeight, value: 7n, deadline });
      await nextAt(deadline + 1n);
      await expect(stakeWeight.connect(alice).stakeWithPermit(7n, 52n, ...permit))
        .to.be.revertedWithCustomError(token, "ERC20InsufficientAllowance")
        .withArgs(stakeWeight, 0n, 7n);
    });

    it("refuses what stake refuses", async () => {
      const { stakeWeight, alice, value, permit } = await loadFixture(permitted);
      await expect(stakeWeight.connect(alice).stakeWithPermit(value, 51n, ...permit))
        .to.be.revertedWithCustomError(stakeWeight, "InvalidPreset")
        .withArgs(51n);
      await expect(stakeWeight.connect(alice).stakeWithPermit(0n, 52n, ...permit)).to.be.revertedWithCustomError(
        stakeWeight,
        "ZeroAmount",
      );
    });

    describe("given a token without permits", () => {
      it("works from the allowance", async () => {
        const { stakeWeight, alice } = await loadFixture(overTokenWithoutPermits);
        await stakeWeight.connect(alice).stakeWithPermit(5n, 52n, ...noSignature);
        expect((await stakeWeight.positionOf(alice)).amount).to.equal(5n);
      });
    });
  });

  describe("selfPermit", () => {
    it("sets the caller's allowance", async () => {
      const { stakeWeight, token, alice, value, permit } = await loadFixture(permitted);
      await expect(stakeWeight.connect(alice).selfPermit(value, ...permit))
        .to.emit(token, "Approval")
        .withArgs(alice, stakeWeight, value);
    });

    it("does nothing with the signature of another account", async () => {
      const { stakeWeight, token, alice, stranger, value, permit } = await loadFixture(permitted);
      await stakeWeight.connect(stranger).selfPermit(value, ...permit);
      expect(await token.allowance(alice, stakeWeight)).to.equal(0n);
      expect(await token.allowance(stranger, stakeWeight)).to.equal(0n);
    });

    it("does not revert for an invalid signature", async () => {
      const { stakeWeight, alice, value } = await loadFixture(permitted);
      await expect(stakeWeight.connect(alice).selfPermit(value, ...noSignature)).not.to.be.reverted;
    });
  });
});
