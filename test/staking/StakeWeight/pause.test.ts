import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { MaxUint256, ZeroHash } from "ethers";
import { funded, locked, unlocked, unlocking } from "../../support/funded";

/** {@link locked}, paused, where bob approved the operator. */
async function pausedWhileLocked() {
  const fixture = await locked();
  await fixture.stakeWeight.connect(fixture.bob).setOperator(fixture.operator, true);
  await fixture.stakeWeight.connect(fixture.pauser).pause();
  return fixture;
}

describe("StakeWeight", () => {
  describe("pause", () => {
    it("is for the pauser", async () => {
      const { stakeWeight, pauser } = await loadFixture(funded);
      await expect(stakeWeight.connect(pauser).pause()).to.emit(stakeWeight, "Paused").withArgs(pauser);
      expect(await stakeWeight.paused()).to.equal(true);
    });

    it("refuses all others", async () => {
      const { stakeWeight, admin, stranger } = await loadFixture(funded);
      for (const caller of [admin, stranger]) {
        await expect(stakeWeight.connect(caller).pause())
          .to.be.revertedWithCustomError(stakeWeight, "AccessControlUnauthorizedAccount")
          .withArgs(caller, await stakeWeight.PAUSER_ROLE());
      }
    });

    it("is refused a second time", async () => {
      const { stakeWeight, pauser } = await loadFixture(pausedWhileLocked);
      await expect(stakeWeight.connect(pauser).pause()).to.be.revertedWithCustomError(stakeWeight, "EnforcedPause");
    });

    it("stops staking", async () => {
      const { stakeWeight, bob, operator } = await loadFixture(pausedWhileLocked);
      await expect(stakeWeight.connect(bob).stake(1n, 4n)).to.be.revertedWithCustomError(stakeWeight, "EnforcedPause");
      await expect(
        stakeWeight.connect(bob).stakeWithPermit(1n, 4n, MaxUint256, 27, ZeroHash, ZeroHash),
      ).to.be.revertedWithCustomError(stakeWeight, "EnforcedPause");
      await expect(stakeWeight.connect(operator).stakeFor(bob, 1n, 4n)).to.be.revertedWithCustomError(
        stakeWeight,
        "EnforcedPause",
      );
    });

    it("stops adding", async () => {
      const { stakeWeight, alice, bob, operator } = await loadFixture(pausedWhileLocked);
      await expect(stakeWeight.connect(alice).increaseAmount(1n)).to.be.revertedWithCustomError(
        stakeWeight,
        "EnforcedPause",
      );
      await expect(stakeWeight.connect(operator).increaseAmountFor(bob, 1n)).to.be.revertedWithCustomError(
        stakeWeight,
        "EnforcedPause",
      );
    });

    it("stops relocking and updating", async () => {
      const { stakeWeight, alice } = await loadFixture(pausedWhileLocked);
      await expect(stakeWeight.connect(alice).relock(104n)).to.be.revertedWithCustomError(stakeWeight, "EnforcedPause");
      await expect(stakeWeight.connect(alice).update(1n, 104n)).to.be.revertedWithCustomError(
        stakeWeight,
        "EnforcedPause",
      );
    });

    it("stops them in a batch as well", async () => {
      const { stakeWeight, alice } = await loadFixture(pausedWhileLocked);
      await expect(
        stakeWeight.connect(alice).multicall([stakeWeight.interface.encodeFunctionData("relock", [104n])]),
      ).to.be.revertedWithCustomError(stakeWeight, "EnforcedPause");
    });

    it("does not stop an unlock", async () => {
      const { stakeWeight, alice } = await loadFixture(pausedWhileLocked);
      await expect(stakeWeight.connect(alice).initiateUnlock()).to.emit(stakeWeight, "UnlockInitiated");
    });

    it("does not stop the decay", async () => {
      const { stakeWeight, alice, pauser, unlockEnd } = await loadFixture(unlocking);
      await stakeWeight.connect(pauser).pause();
      expect(await stakeWeight.weightAt(alice, unlockEnd)).to.equal(0n);
    });

    it("does not stop a withdrawal", async () => {
      const { stakeWeight, token, alice, pauser, amount } = await loadFixture(unlocked);
      await stakeWeight.connect(pauser).pause();
      await expect(stakeWeight.connect(alice).withdraw()).to.changeTokenBalance(token, alice, amount);
    });

    it("does not stop the revocation of an operator", async () => {
      const { stakeWeight, bob, operator } = await loadFixture(pausedWhileLocked);
      await stakeWeight.connect(bob).setOperator(operator, false);
      expect(await stakeWeight.isOperator(bob, operator)).to.equal(false);
    });
  });

  describe("unpause", () => {
    it("is for the administrator", async () => {
      const { stakeWeight, admin, alice } = await loadFixture(pausedWhileLocked);
      await expect(stakeWeight.connect(admin).unpause()).to.emit(stakeWeight, "Unpaused").withArgs(admin);
      await expect(stakeWeight.connect(alice).increaseAmount(1n)).not.to.be.reverted;
    });

    it("refuses all others, the pauser among them", async () => {
      const { stakeWeight, pauser, stranger } = await loadFixture(pausedWhileLocked);
      for (const caller of [pauser, stranger]) {
        await expect(stakeWeight.connect(caller).unpause())
          .to.be.revertedWithCustomError(stakeWeight, "AccessControlUnauthorizedAccount")
          .withArgs(caller, await stakeWeight.DEFAULT_ADMIN_ROLE());
      }
    });

    it("is refused when not paused", async () => {
      const { stakeWeight, admin } = await loadFixture(funded);
      await expect(stakeWeight.connect(admin).unpause()).to.be.revertedWithCustomError(stakeWeight, "ExpectedPause");
    });
  });
});
