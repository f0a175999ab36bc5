import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { MaxUint256 } from "ethers";
import { MAX_AMOUNT, WCT } from "../../support/amounts";
import { hugeSupply } from "../../support/hugeSupply";
import { epochOf } from "../../support/nodes";
import { nodeOutcome, outcomeOf, PAY_TERMS, settling } from "../../support/settling";
import { DAY, nextAt, now } from "../../support/time";

/** NodeRewards over a supply without bounds, all of it alice's. */
async function hugeRewards() {
  const fixture = await hugeSupply();
  const { alice, token, nodeRewards } = fixture;
  await token.connect(alice).approve(nodeRewards, MaxUint256);
  return { ...fixture, asAlice: nodeRewards.connect(alice), epoch: epochOf(await now()) };
}

describe("NodeRewards", () => {
  describe("fund", () => {
    it("takes the tokens", async () => {
      const { nodeRewards, asFunder, funder, token, epoch } = await loadFixture(settling);
      await expect(asFunder.fund(epoch, 5n)).to.changeTokenBalances(token, [funder, nodeRewards], [-5n, 5n]);
    });

    it("adds to the budget of the epoch and to totalFunded", async () => {
      const { nodeRewards, asFunder, epoch } = await loadFixture(settling);
      await asFunder.fund(epoch + 1n, 5n);
      await asFunder.fund(epoch + 1n, 7n);
      expect(await nodeRewards.budgetOf(epoch)).to.equal(0n);
      expect(await nodeRewards.budgetOf(epoch + 1n)).to.equal(12n);
      expect(await nodeRewards.totalFunded()).to.equal(12n);
    });

    it("emits EpochFunded", async () => {
      const { nodeRewards, asFunder, funder, epoch } = await loadFixture(settling);
      await expect(asFunder.fund(epoch, 5n)).to.emit(nodeRewards, "EpochFunded").withArgs(funder, epoch, 5n);
    });

    it("refuses an amount of 0", async () => {
      const { asFunder, epoch } = await loadFixture(settling);
      await expect(asFunder.fund(epoch, 0n)).to.be.revertedWithCustomError(asFunder, "ZeroAmount").withArgs();
    });

    it("accepts the running epoch until its last second", async () => {
      const { nodeRewards, asFunder, epoch } = await loadFixture(settling);
      await nextAt((epoch + 1n) * DAY - 1n);
      await asFunder.fund(epoch, 5n);
      expect(await nodeRewards.budgetOf(epoch)).to.equal(5n);
    });

    it("refuses an epoch from the second on in which it is over", async () => {
      const { asFunder, epoch } = await loadFixture(settling);
      await nextAt((epoch + 1n) * DAY);
      await expect(asFunder.fund(epoch, 5n))
        .to.be.revertedWithCustomError(asFunder, "EpochFinished")
        .withArgs(epoch, epoch + 1n);
    });

    it("refuses epoch 0", async () => {
      const { asFunder, epoch } = await loadFixture(settling);
      await expect(asFunder.fund(0n, 5n)).to.be.revertedWithCustomError(asFunder, "EpochFinished").withArgs(0n, epoch);
    });

    it("accepts 366 epochs ahead", async () => {
      const { nodeRewards, asFunder, epoch } = await loadFixture(settling);
      await asFunder.fund(epoch + 366n, 5n);
      expect(await nodeRewards.budgetOf(epoch + 366n)).to.equal(5n);
    });

    it("refuses 367 epochs ahead", async () => {
      const { asFunder, epoch } = await loadFixture(settling);
      await expect(asFunder.fund(epoch + 367n, 5n))
        .to.be.revertedWithCustomError(asFunder, "EpochTooFarAhead")
        .withArgs(epoch + 367n, epoch + 366n);
    });

    it("refuses epoch 2^256 − 1", async () => {
      const { asFunder, epoch } = await loadFixture(settling);
      await expect(asFunder.fund(MaxUint256, 5n))
        .to.be.revertedWithCustomError(asFunder, "EpochTooFarAhead")
        .withArgs(MaxUint256, epoch + 366n);
    });

    it("refuses what the funder has not approved, and counts nothing", async () => {
      const { nodeRewards, asFunder, funder, token, epoch } = await loadFixture(settling);
      await token.connect(funder).approve(nodeRewards, 4n);
      await expect(asFunder.fund(epoch, 5n))
        .to.be.revertedWithCustomError(token, "ERC20InsufficientAllowance")
        .withArgs(nodeRewards, 4n, 5n);
      expect(await nodeRewards.totalFunded()).to.equal(0n);
    });

    it("accepts 2^96 − 1 wei", async () => {
      const { nodeRewards, asAlice, epoch } = await loadFixture(hugeRewards);
      await asAlice.fund(epoch, MAX_AMOUNT);
      expect(await nodeRewards.budgetOf(epoch)).to.equal(MAX_AMOUNT);
    });

    it("refuses 2^96 wei", async () => {
      const { asAlice, epoch } = await loadFixture(hugeRewards);
      await expect(asAlice.fund(epoch, MAX_AMOUNT + 1n))
        .to.be.revertedWithCustomError(asAlice, "FundingLimitExceeded")
        .withArgs(MAX_AMOUNT + 1n, MAX_AMOUNT);
    });

    it("refuses what exceeds the limit with what is held", async () => {
      const { asAlice, epoch } = await loadFixture(hugeRewards);
      await asAlice.fund(epoch, MAX_AMOUNT - 4n);
      await expect(asAlice.fund(epoch + 1n, 5n))
        .to.be.revertedWithCustomError(asAlice, "FundingLimitExceeded")
        .withArgs(5n, 4n);
    });

    it("has room again for what was paid out", async () => {
      const { nodeRewards, asAlice, admin, bob, alice, epoch } = await loadFixture(hugeRewards);
      await asAlice.fund(epoch, MAX_AMOUNT);
      await nodeRewards.connect(admin).grantRole(await nodeRewards.ORACLE_ROLE(), alice);
      await asAlice.settle(epoch, outcomeOf([nodeOutcome(bob)]), { ...PAY_TERMS, shareCapBps: 10_000n });
      expect(await nodeRewards.owedTo(bob)).to.equal(MAX_AMOUNT);
      await expect(asAlice.fund(epoch, 1n))
        .to.be.revertedWithCustomError(asAlice, "FundingLimitExceeded")
        .withArgs(1n, 0n);
      await nodeRewards.claim(bob);
      await asAlice.fund(epoch, MAX_AMOUNT);
      expect(await nodeRewards.totalFunded()).to.equal(2n * MAX_AMOUNT);
    });

    describe("when paused", () => {
      it("is refused", async () => {
        const { nodeRewards, asFunder, pauser, epoch } = await loadFixture(settling);
        await nodeRewards.connect(pauser).pause();
        await expect(asFunder.fund(epoch, 5n)).to.be.revertedWithCustomError(asFunder, "EnforcedPause");
      });
    });
  });

  describe("fundRange", () => {
    it("funds every epoch of the range", async () => {
      const { nodeRewards, asFunder, epoch } = await loadFixture(settling);
      await asFunder.fundRange(epoch + 2n, 3n, 5n);
      // What is rolled over from the epochs before comes with each.
      for (const [index, budget] of [0n, 0n, 5n, 10n, 15n, 15n].entries()) {
        expect(await nodeRewards.budgetOf(epoch + BigInt(index))).to.equal(budget);
      }
    });

    it("takes the sum in one transfer", async () => {
      const { nodeRewards, asFunder, funder, token, epoch } = await loadFixture(settling);
      const sent = asFunder.fundRange(epoch, 3n, 5n);
      await expect(sent).to.changeTokenBalances(token, [funder, nodeRewards], [-15n, 15n]);
      await expect(sent).to.emit(token, "Transfer").withArgs(funder, nodeRewards, 15n);
    });

    it("emits EpochFunded per epoch", async () => {
      const { nodeRewards, asFunder, funder, epoch } = await loadFixture(settling);
      const sent = asFunder.fundRange(epoch, 2n, 5n);
      await expect(sent).to.emit(nodeRewards, "EpochFunded").withArgs(funder, epoch, 5n);
      await expect(sent)
        .to.emit(nodeRewards, "EpochFunded")
        .withArgs(funder, epoch + 1n, 5n);
    });

    it("adds the sum to totalFunded", async () => {
      const { nodeRewards, asFunder, epoch } = await loadFixture(settling);
      await asFunder.fundRange(epoch, 3n, 5n);
      expect(await nodeRewards.totalFunded()).to.equal(15n);
    });

    it("accepts the running epoch and the 366 after it", async () => {
      const { nodeRewards, asFunder, epoch } = await loadFixture(settling);
      await asFunder.fundRange(epoch, 367n, WCT);
      expect(await nodeRewards.totalFunded()).to.equal(367n * WCT);
      expect(await nodeRewards.budgetOf(epoch)).to.equal(WCT);
      // Its own and those of 32 epochs before it.
      expect(await nodeRewards.budgetOf(epoch + 366n)).to.equal(33n * WCT);
    });

    it("refuses a range that reaches 367 epochs ahead", async () => {
      const { asFunder, epoch } = await loadFixture(settling);
      await expect(asFunder.fundRange(epoch, 368n, WCT))
        .to.be.revertedWithCustomError(asFunder, "EpochTooFarAhead")
        .withArgs(epoch + 367n, epoch + 366n);
    });

    it("refuses a range of 2^256 − 1 epochs by name", async () => {
      const { asFunder, epoch } = await loadFixture(settling);
      await expect(asFunder.fundRange(epoch, MaxUint256, 1n))
        .to.be.revertedWithCustomError(asFunder, "EpochTooFarAhead")
        .withArgs(MaxUint256, epoch + 366n);
    });

    it("refuses a first epoch that is over", async () => {
      const { asFunder, epoch } = await loadFixture(settling);
      await expect(asFunder.fundRange(epoch - 1n, 5n, 1n))
        .to.be.revertedWithCustomError(asFunder, "EpochFinished")
        .withArgs(epoch - 1n, epoch);
    });

    it("refuses a range of 0 epochs", async () => {
      const { asFunder, epoch } = await loadFixture(settling);
      await expect(asFunder.fundRange(epoch, 0n, 1n))
        .to.be.revertedWithCustomError(asFunder, "NoEpochs")
        .withArgs();
    });

    it("refuses an amount of 0", async () => {
      const { asFunder, epoch } = await loadFixture(settling);
      await expect(asFunder.fundRange(epoch, 1n, 0n))
        .to.be.revertedWithCustomError(asFunder, "ZeroAmount")
        .withArgs();
    });

    it("funds nothing if the sum cannot be paid", async () => {
      const { nodeRewards, asFunder, funder, token, epoch } = await loadFixture(settling);
      await token.connect(funder).approve(nodeRewards, 14n);
      await expect(asFunder.fundRange(epoch, 3n, 5n))
        .to.be.revertedWithCustomError(token, "ERC20InsufficientAllowance")
        .withArgs(nodeRewards, 14n, 15n);
      expect(await nodeRewards.budgetOf(epoch)).to.equal(0n);
    });

    it("refuses a sum beyond 2^96 − 1 wei", async () => {
      const { asAlice, epoch } = await loadFixture(hugeRewards);
      await expect(asAlice.fundRange(epoch, 2n, 2n ** 95n))
        .to.be.revertedWithCustomError(asAlice, "FundingLimitExceeded")
        .withArgs(2n ** 96n, MAX_AMOUNT);
    });

    it("refuses a sum beyond 2^256 − 1 wei by name", async () => {
      const { asAlice, epoch } = await loadFixture(hugeRewards);
      await expect(asAlice.fundRange(epoch, 367n, MaxUint256))
        .to.be.revertedWithCustomError(asAlice, "FundingLimitExceeded")
        .withArgs(MaxUint256, MAX_AMOUNT);
    });

    describe("when paused", () => {
      it("is refused", async () => {
        const { nodeRewards, asFunder, pauser, epoch } = await loadFixture(settling);
        await nodeRewards.connect(pauser).pause();
        await expect(asFunder.fundRange(epoch, 2n, 5n)).to.be.revertedWithCustomError(asFunder, "EnforcedPause");
      });
    });
  });

  describe("fundStrayTokens", () => {
    it("is refused when there are none", async () => {
      const { nodeRewards } = await loadFixture(settling);
      await expect(nodeRewards.fundStrayTokens())
        .to.be.revertedWithCustomError(nodeRewards, "NoStrayTokens")
        .withArgs();
    });

    it("never takes funding, what is owed or what is carried", async () => {
      const { nodeRewards, asFunder, oracleAccount, operators, epoch } = await loadFixture(settling);
      await asFunder.fundRange(epoch, 2n, 1_000n);
      await nodeRewards.connect(oracleAccount).settle(epoch, outcomeOf([nodeOutcome(operators[0]!)]), PAY_TERMS);
      await expect(nodeRewards.fundStrayTokens()).to.be.revertedWithCustomError(nodeRewards, "NoStrayTokens");
      await nodeRewards.claim(operators[0]!);
      await expect(nodeRewards.fundStrayTokens()).to.be.revertedWithCustomError(nodeRewards, "NoStrayTokens");
    });

    it("turns tokens sent here into budget of the running epoch", async () => {
      const { nodeRewards, token, funder, stranger, epoch } = await loadFixture(settling);
      await token.connect(funder).transfer(nodeRewards, 7n);
      await expect(nodeRewards.connect(stranger).fundStrayTokens())
        .to.emit(nodeRewards, "EpochFunded")
        .withArgs(nodeRewards, epoch, 7n);
      expect(await nodeRewards.budgetOf(epoch)).to.equal(7n);
      expect(await nodeRewards.totalFunded()).to.equal(7n);
    });

    it("counts them once", async () => {
      const { nodeRewards, token, funder } = await loadFixture(settling);
      await token.connect(funder).transfer(nodeRewards, 7n);
      await nodeRewards.fundStrayTokens();
      await expect(nodeRewards.fundStrayTokens()).to.be.revertedWithCustomError(nodeRewards, "NoStrayTokens");
    });

    it("returns the amount", async () => {
      const { nodeRewards, token, funder } = await loadFixture(settling);
      await token.connect(funder).transfer(nodeRewards, 7n);
      expect(await nodeRewards.fundStrayTokens.staticCall()).to.equal(7n);
    });

    it("belongs to the new epoch in an epoch's first second", async () => {
      const { nodeRewards, token, funder, epoch } = await loadFixture(settling);
      await token.connect(funder).transfer(nodeRewards, 7n);
      await nextAt((epoch + 1n) * DAY);
      await nodeRewards.fundStrayTokens();
      expect(await nodeRewards.budgetOf(epoch)).to.equal(0n);
      expect(await nodeRewards.budgetOf(epoch + 1n)).to.equal(7n);
    });

    it("refuses what exceeds the limit, and keeps it for later", async () => {
      const { nodeRewards, asAlice, alice, token, epoch } = await loadFixture(hugeRewards);
      await asAlice.fund(epoch, MAX_AMOUNT - 1n);
      await token.connect(alice).transfer(nodeRewards, 2n);
      await expect(nodeRewards.fundStrayTokens())
        .to.be.revertedWithCustomError(nodeRewards, "FundingLimitExceeded")
        .withArgs(2n, 1n);
      expect(await token.balanceOf(nodeRewards)).to.equal(MAX_AMOUNT + 1n);
    });

    describe("when paused", () => {
      it("is refused", async () => {
        const { nodeRewards, pauser } = await loadFixture(settling);
        await nodeRewards.connect(pauser).pause();
        await expect(nodeRewards.fundStrayTokens()).to.be.revertedWithCustomError(nodeRewards, "EnforcedPause");
      });
    });
  });
});
