import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { MaxUint256 } from "ethers";
import { ethers } from "hardhat";
import { walletPeriodAt } from "../../../scripts/wallets/walletPeriodAt";
import { WCT__factory } from "../../../typechain-types";
import { MAX_AMOUNT, WCT } from "../../support/amounts";
import { nextAt, now, warpTo } from "../../support/time";
import { configurationOf, finalize, walletRewardsOver, wallets } from "../../support/wallets";

/** WalletRewards over a WCT of 2^256 − 1 wei, all of it held by the funder, who approved. */
async function hugeWalletSupply() {
  const [deployer, , , admin, funder, alice] = await ethers.getSigners();
  const token = await new WCT__factory(deployer).deploy(funder!, MaxUint256);
  const contracts = await walletRewardsOver(token, { deployer: deployer!, admin: admin! });
  await contracts.configure(configurationOf(1));
  await token.connect(funder).approve(contracts.rewards, MaxUint256);
  await contracts.rewards.connect(alice).register(alice!);
  const domain = {
    chainId: (await ethers.provider.getNetwork()).chainId,
    verifyingContract: await contracts.rewards.getAddress(),
  };
  const period = walletPeriodAt(await now());
  return { ...contracts, token, funder: funder!, alice: alice!, domain, period, configuration: configurationOf(1) };
}

describe("WalletRewards", () => {
  describe("fund", () => {
    it("moves the tokens from the caller", async () => {
      const { rewards, token, funder, period } = await loadFixture(wallets);
      await expect(rewards.connect(funder).fund(period, 5n * WCT)).to.changeTokenBalances(
        token,
        [funder, rewards],
        [-5n * WCT, 5n * WCT],
      );
    });

    it("emits PeriodFunded", async () => {
      const { rewards, funder, period } = await loadFixture(wallets);
      await expect(rewards.connect(funder).fund(period, 5n))
        .to.emit(rewards, "PeriodFunded")
        .withArgs(funder, period, 5n);
    });

    it("adds to the budget of the period and to the sum of all funding", async () => {
      const { rewards, funder, period } = await loadFixture(wallets);
      await rewards.connect(funder).fund(period, 50n);
      await rewards.connect(funder).fund(period, 50n);
      await rewards.connect(funder).fund(period + 1n, 10n);
      expect(await rewards.budgetOf(period)).to.deep.equal([30n, 70n]);
      // What is not earned before rolls over.
      expect(await rewards.budgetOf(period + 1n)).to.deep.equal([33n, 77n]);
      expect(await rewards.totalFunded()).to.equal(110n);
    });

    it("rounds the certified pool down", async () => {
      const { rewards, funder, period } = await loadFixture(wallets);
      await rewards.connect(funder).fund(period, 9n);
      expect(await rewards.budgetOf(period)).to.deep.equal([3n, 6n]);
    });

    it("accepts the running period in its last second", async () => {
      const { rewards, funder, period, end } = await loadFixture(wallets);
      await nextAt(end - 1n);
      await rewards.connect(funder).fund(period, 10n);
      expect(await rewards.budgetOf(period)).to.deep.equal([3n, 7n]);
    });

    it("refuses a period in the second in which it is over", async () => {
      const { rewards, funder, period, end } = await loadFixture(wallets);
      await nextAt(end);
      await expect(rewards.connect(funder).fund(period, 10n))
        .to.be.revertedWithCustomError(rewards, "PeriodFinished")
        .withArgs(period, period + 1n);
    });

    it("accepts 26 periods ahead and refuses 27", async () => {
      const { rewards, funder, period } = await loadFixture(wallets);
      await rewards.connect(funder).fund(period + 26n, 10n);
      for (const late of [period + 27n, MaxUint256]) {
        await expect(rewards.connect(funder).fund(late, 10n))
          .to.be.revertedWithCustomError(rewards, "PeriodTooFarAhead")
          .withArgs(late, period + 26n);
      }
    });

    it("refuses an amount of 0", async () => {
      const { rewards, funder, period } = await loadFixture(wallets);
      await expect(rewards.connect(funder).fund(period, 0n)).to.be.revertedWithCustomError(rewards, "ZeroAmount");
    });

    it("refuses tokens that were not approved", async () => {
      const { rewards, token, alice, period } = await loadFixture(wallets);
      await expect(rewards.connect(alice).fund(period, 1n))
        .to.be.revertedWithCustomError(token, "ERC20InsufficientAllowance")
        .withArgs(rewards, 0n, 1n);
    });

    describe("given a token of 2^256 − 1 wei", () => {
      it("accepts 2^96 − 1 wei, all of which one wallet can be owed", async () => {
        const fixture = await loadFixture(hugeWalletSupply);
        const { rewards, token, funder, period, alice } = fixture;
        await rewards.connect(funder).fund(period, MAX_AMOUNT);
        await warpTo((period + 1n) * 2_419_200n);
        await finalize(fixture, { 1: 2n ** 64n - 1n });
        const [linear, certified] = [MAX_AMOUNT - (MAX_AMOUNT * 7n) / 10n, (MAX_AMOUNT * 7n) / 10n];
        expect(await rewards.owedTo(1n)).to.equal(linear);
        expect(await rewards.carried()).to.deep.equal([0n, certified]);
        await expect(rewards.claim(1n)).to.changeTokenBalance(token, alice, linear);
      });

      for (const amount of [MAX_AMOUNT + 1n, MaxUint256]) {
        it(`refuses ${amount} wei`, async () => {
          const { rewards, funder, period } = await loadFixture(hugeWalletSupply);
          await expect(rewards.connect(funder).fund(period, amount))
            .to.be.revertedWithCustomError(rewards, "FundingLimitExceeded")
            .withArgs(amount, MAX_AMOUNT);
        });
      }

      it("counts all that is held towards the limit, in whatever period", async () => {
        const { rewards, funder, period } = await loadFixture(hugeWalletSupply);
        await rewards.connect(funder).fund(period, MAX_AMOUNT - 9n);
        await expect(rewards.connect(funder).fund(period + 1n, 10n))
          .to.be.revertedWithCustomError(rewards, "FundingLimitExceeded")
          .withArgs(10n, 9n);
      });

      it("makes room again by a payment, not by a finalization", async () => {
        const fixture = await loadFixture(hugeWalletSupply);
        const { rewards, funder, period } = fixture;
        await rewards.connect(funder).fund(period, MAX_AMOUNT);
        await warpTo((period + 1n) * 2_419_200n);
        await finalize(fixture, { 1: 200_000n });
        await expect(rewards.connect(funder).fund(period + 1n, 1n))
          .to.be.revertedWithCustomError(rewards, "FundingLimitExceeded")
          .withArgs(1n, 0n);
        await rewards.claim(1n);
        const paid = await rewards.totalPaid();
        await expect(rewards.connect(funder).fund(period + 1n, paid + 1n))
          .to.be.revertedWithCustomError(rewards, "FundingLimitExceeded")
          .withArgs(paid + 1n, paid);
        await rewards.connect(funder).fund(period + 1n, paid);
      });

      it("refuses a range whose sum overflows", async () => {
        const { rewards, funder, period } = await loadFixture(hugeWalletSupply);
        await expect(rewards.connect(funder).fundRange(period, 2n, MaxUint256))
          .to.be.revertedWithCustomError(rewards, "FundingLimitExceeded")
          .withArgs(MaxUint256, MAX_AMOUNT);
      });

      it("refuses stray tokens beyond the limit", async () => {
        const { rewards, token, funder } = await loadFixture(hugeWalletSupply);
        await token.connect(funder).transfer(rewards, MAX_AMOUNT + 1n);
        await expect(rewards.fundStrayTokens())
          .to.be.revertedWithCustomError(rewards, "FundingLimitExceeded")
          .withArgs(MAX_AMOUNT + 1n, MAX_AMOUNT);
      });
    });
  });

  describe("fundRange", () => {
    it("funds each period with the same amount", async () => {
      const { rewards, token, funder, period } = await loadFixture(wallets);
      const sent = rewards.connect(funder).fundRange(period + 1n, 3n, 10n);
      await expect(sent).to.changeTokenBalances(token, [funder, rewards], [-30n, 30n]);
      for (const offset of [1n, 2n, 3n]) {
        await expect(sent)
          .to.emit(rewards, "PeriodFunded")
          .withArgs(funder, period + offset, 10n);
      }
      expect(await rewards.budgetOf(period)).to.deep.equal([0n, 0n]);
      expect(await rewards.budgetOf(period + 3n)).to.deep.equal([9n, 21n]);
      expect(await rewards.budgetOf(period + 4n)).to.deep.equal([9n, 21n]);
    });

    it("reaches from the running period to the 26th after it", async () => {
      const { rewards, funder, period } = await loadFixture(wallets);
      await rewards.connect(funder).fundRange(period, 27n, 10n);
      expect(await rewards.totalFunded()).to.equal(270n);
      await expect(rewards.connect(funder).fundRange(period, 28n, 10n))
        .to.be.revertedWithCustomError(rewards, "PeriodTooFarAhead")
        .withArgs(period + 27n, period + 26n);
    });

    it("refuses no periods", async () => {
      const { rewards, funder, period } = await loadFixture(wallets);
      await expect(rewards.connect(funder).fundRange(period, 0n, 10n)).to.be.revertedWithCustomError(
        rewards,
        "NoPeriods",
      );
    });

    it("refuses a first period that is over", async () => {
      const { rewards, funder, period } = await loadFixture(wallets);
      await expect(rewards.connect(funder).fundRange(period - 1n, 3n, 10n))
        .to.be.revertedWithCustomError(rewards, "PeriodFinished")
        .withArgs(period - 1n, period);
    });

    it("refuses absurdly many periods by name", async () => {
      const { rewards, funder, period } = await loadFixture(wallets);
      await expect(rewards.connect(funder).fundRange(period, MaxUint256, 10n))
        .to.be.revertedWithCustomError(rewards, "PeriodTooFarAhead")
        .withArgs(MaxUint256, period + 26n);
    });
  });

  describe("fundStrayTokens", () => {
    it("turns tokens that were sent here into budget of the running period", async () => {
      const { rewards, token, funder, stranger, period } = await loadFixture(wallets);
      await rewards.connect(funder).fund(period, 100n);
      await token.connect(funder).transfer(rewards, 10n);
      expect(await rewards.fundStrayTokens.staticCall()).to.equal(10n);
      await expect(rewards.connect(stranger).fundStrayTokens())
        .to.emit(rewards, "PeriodFunded")
        .withArgs(rewards, period, 10n);
      expect(await rewards.budgetOf(period)).to.deep.equal([33n, 77n]);
      expect(await rewards.totalFunded()).to.equal(110n);
    });

    it("leaves alone what is funded, owed or carried", async () => {
      const fixture = await loadFixture(wallets);
      const { rewards, funder, period, end } = fixture;
      await rewards.connect(funder).fundRange(period, 2n, 100n);
      await warpTo(end);
      await finalize(fixture, { 1: 200_000n });
      await expect(rewards.fundStrayTokens()).to.be.revertedWithCustomError(rewards, "NoStrayTokens");
      await rewards.claim(1n);
      await expect(rewards.fundStrayTokens()).to.be.revertedWithCustomError(rewards, "NoStrayTokens");
    });
  });
});
