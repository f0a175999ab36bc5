import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { WCT } from "../../support/amounts";
import { funded, locked, unlocked, unlocking } from "../../support/funded";

/** {@link locked}, where alice approved the operator. */
async function operated() {
  const fixture = await locked();
  await fixture.stakeWeight.connect(fixture.alice).setOperator(fixture.operator, true);
  return fixture;
}

describe("StakeWeight", () => {
  describe("setOperator", () => {
    it("approves an operator", async () => {
      const { stakeWeight, alice, operator } = await loadFixture(operated);
      expect(await stakeWeight.isOperator(alice, operator)).to.equal(true);
    });

    it("emits OperatorSet", async () => {
      const { stakeWeight, alice, operator } = await loadFixture(funded);
      await expect(stakeWeight.connect(alice).setOperator(operator, true))
        .to.emit(stakeWeight, "OperatorSet")
        .withArgs(alice, operator, true);
    });

    it("revokes an operator", async () => {
      const { stakeWeight, alice, operator } = await loadFixture(operated);
      await expect(stakeWeight.connect(alice).setOperator(operator, false))
        .to.emit(stakeWeight, "OperatorSet")
        .withArgs(alice, operator, false);
      expect(await stakeWeight.isOperator(alice, operator)).to.equal(false);
    });

    it("refuses the zero address", async () => {
      const { stakeWeight, alice } = await loadFixture(funded);
      await expect(stakeWeight.connect(alice).setOperator(ZeroAddress, true)).to.be.revertedWithCustomError(
        stakeWeight,
        "ZeroAddress",
      );
    });

    it("counts for the caller's position alone", async () => {
      const { stakeWeight, bob, operator } = await loadFixture(operated);
      expect(await stakeWeight.isOperator(bob, operator)).to.equal(false);
    });

    it("gives the owner no right over the operator", async () => {
      const { stakeWeight, alice, operator } = await loadFixture(operated);
      expect(await stakeWeight.isOperator(operator, alice)).to.equal(false);
    });
  });

  describe("isOperator", () => {
    it("is false for an owner itself unless it approved itself", async () => {
      const { stakeWeight, alice } = await loadFixture(locked);
      expect(await stakeWeight.isOperator(alice, alice)).to.equal(false);
    });
  });

  describe("stakeFor", () => {
    it("opens the owner's position with the operator's tokens", async () => {
      const { stakeWeight, token, bob, operator } = await loadFixture(funded);
      await stakeWeight.connect(bob).setOperator(operator, true);
      await expect(stakeWeight.connect(operator).stakeFor(bob, 5n * WCT, 12n)).to.changeTokenBalances(
        token,
        [bob, operator, stakeWeight],
        [0n, -5n * WCT, 5n * WCT],
      );
      expect(await stakeWeight.positionOf(bob)).to.deep.equal([5n * WCT, 12n, 0n, 1n]);
      expect(await stakeWeight.positionOf(operator)).to.deep.equal([0n, 0n, 0n, 0n]);
    });

    it("lets the owner pay for itself", async () => {
      const { stakeWeight, token, bob } = await loadFixture(funded);
      await expect(stakeWeight.connect(bob).stakeFor(bob, 5n * WCT, 12n)).to.changeTokenBalance(token, bob, -5n * WCT);
      expect(await stakeWeight.positionOf(bob)).to.deep.equal([5n * WCT, 12n, 0n, 1n]);
    });

    it("emits Staked with the operator as payer", async () => {
      const { stakeWeight, bob, operator } = await loadFixture(funded);
      await stakeWeight.connect(bob).setOperator(operator, true);
      await expect(stakeWeight.connect(operator).stakeFor(bob, 5n, 12n))
        .to.emit(stakeWeight, "Staked")
        .withArgs(bob, operator, 5n, 12n);
    });

    it("refuses a stranger", async () => {
      const { stakeWeight, bob, stranger } = await loadFixture(funded);
      await expect(stakeWeight.connect(stranger).stakeFor(bob, 5n, 12n))
        .to.be.revertedWithCustomError(stakeWeight, "NotOperator")
        .withArgs(stranger, bob);
    });

    it("refuses the operator of another owner", async () => {
      const { stakeWeight, bob, operator } = await loadFixture(operated);
      await expect(stakeWeight.connect(operator).stakeFor(bob, 5n, 12n))
        .to.be.revertedWithCustomError(stakeWeight, "NotOperator")
        .withArgs(operator, bob);
    });

    it("refuses an operator that was revoked", async () => {
      const { stakeWeight, alice, operator } = await loadFixture(operated);
      await stakeWeight.connect(alice).setOperator(operator, false);
      await expect(stakeWeight.connect(operator).stakeFor(alice, 5n, 12n))
        .to.be.revertedWithCustomError(stakeWeight, "NotOperator")
        .withArgs(operator, alice);
    });

    it("refuses the zero address as account", async () => {
      const { stakeWeight, operator } = await loadFixture(operated);
      await expect(stakeWeight.connect(operator).stakeFor(ZeroAddress, 5n, 12n))
        .to.be.revertedWithCustomError(stakeWeight, "NotOperator")
        .withArgs(operator, ZeroAddress);
    });

    it("refuses a position that exists", async () => {
      const { stakeWeight, alice, operator, amount } = await loadFixture(operated);
      await expect(stakeWeight.connect(operator).stakeFor(alice, 5n, 12n))
        .to.be.revertedWithCustomError(stakeWeight, "PositionExists")
        .withArgs(alice, amount);
    });

    it("refuses an amount of 0 and a preset that is none", async () => {
      const { stakeWeight, bob, operator } = await loadFixture(funded);
      await stakeWeight.connect(bob).setOperator(operator, true);
      await expect(stakeWeight.connect(operator).stakeFor(bob, 0n, 12n)).to.be.revertedWithCustomError(
        stakeWeight,
        "ZeroAmount",
      );
      await expect(stakeWeight.connect(operator).stakeFor(bob, 1n, 105n))
        .to.be.revertedWithCustomError(stakeWeight, "InvalidPreset")
        .withArgs(105n);
    });
  });

  describe("increaseAmountFor", () => {
    it("adds the operator's tokens to the owner's position", async () => {
      const { stakeWeight, token, alice, operator, amount } = await loadFixture(operated);
      await expect(stakeWeight.connect(operator).increaseAmountFor(alice, 5n)).to.changeTokenBalances(
        token,
        [alice, operator, stakeWeight],
        [0n, -5n, 5n],
      );
      expect((await stakeWeight.positionOf(alice)).amount).to.equal(amount + 5n);
    });

    it("emits AmountIncreased with the operator as payer", async () => {
      const { stakeWeight, alice, operator, amount } = await loadFixture(operated);
      await expect(stakeWeight.connect(operator).increaseAmountFor(alice, 5n))
        .to.emit(stakeWeight, "AmountIncreased")
        .withArgs(alice, operator, 5n, amount + 5n);
    });

    it("adds to an Unlocking position without moving its end", async () => {
      const { stakeWeight, alice, operator, amount, unlockEnd } = await loadFixture(unlocking);
      await stakeWeight.connect(alice).setOperator(operator, true);
      await stakeWeight.connect(operator).increaseAmountFor(alice, 5n);
      expect(await stakeWeight.positionOf(alice)).to.deep.equal([amount + 5n, 52n, unlockEnd, 2n]);
    });

    it("is refused once Unlocked", async () => {
      const { stakeWeight, alice, operator } = await loadFixture(unlocked);
      await stakeWeight.connect(alice).setOperator(operator, true);
      await expect(stakeWeight.connect(operator).increaseAmountFor(alice, 5n))
        .to.be.revertedWithCustomError(stakeWeight, "NoActivePosition")
        .withArgs(alice, 3n);
    });

    it("refuses an amount of 0", async () => {
      const { stakeWeight, alice, operator } = await loadFixture(operated);
      await expect(stakeWeight.connect(operator).increaseAmountFor(alice, 0n)).to.be.revertedWithCustomError(
        stakeWeight,
        "ZeroAmount",
      );
    });

    it("lets the owner pay for itself", async () => {
      const { stakeWeight, token, alice, amount } = await loadFixture(locked);
      await expect(stakeWeight.connect(alice).increaseAmountFor(alice, 5n)).to.changeTokenBalance(token, alice, -5n);
      expect((await stakeWeight.positionOf(alice)).amount).to.equal(amount + 5n);
    });

    it("refuses a stranger, however small the gift", async () => {
      const { stakeWeight, alice, bob } = await loadFixture(locked);
      await expect(stakeWeight.connect(bob).increaseAmountFor(alice, 1n))
        .to.be.revertedWithCustomError(stakeWeight, "NotOperator")
        .withArgs(bob, alice);
    });

    it("refuses the administrator and the pauser", async () => {
      const { stakeWeight, alice, admin, pauser } = await loadFixture(locked);
      for (const caller of [admin, pauser]) {
        await expect(stakeWeight.connect(caller).increaseAmountFor(alice, 1n))
          .to.be.revertedWithCustomError(stakeWeight, "NotOperator")
          .withArgs(caller, alice);
      }
    });
  });
});
