import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { ethers } from "hardhat";
import {
  BlockingToken__factory,
  FalseReturningToken__factory,
  FeeOnTransferToken__factory,
  LyingBalanceToken__factory,
  ReentrantToken__factory,
} from "../../../typechain-types";
import { walletPeriod } from "../../../scripts/wallets/walletPeriod";
import { walletPeriodAt } from "../../../scripts/wallets/walletPeriodAt";
import { now, warpTo } from "../../support/time";
import { configurationOf, finalize, periodOver, walletRewardsOver } from "../../support/wallets";

/** {@link periodOver}, finalized: alice and carol are owed 300 WCT of the linear pool by halves, alice 210 WCT more. */
async function earned() {
  const fixture = await periodOver();
  await finalize(fixture, { 1: 200_000n, 3: 200_000n });
  return { ...fixture, owed: 360n * 10n ** 18n, owedToCarol: 150n * 10n ** 18n };
}

/** Over `token`: alice's wallet is owed 30 wei, bob's 0; the funder, the admin, holds the supply and approved. */
async function earnedOver<
  Token extends
    | Awaited<ReturnType<BlockingToken__factory["deploy"]>>
    | Awaited<ReturnType<FalseReturningToken__factory["deploy"]>>
    | Awaited<ReturnType<ReentrantToken__factory["deploy"]>>,
>(token: Token) {
  const [deployer, , , admin, alice, bob, stranger] = await ethers.getSigners();
  const contracts = await walletRewardsOver(token, { deployer: deployer!, admin: admin! });
  const { rewards, configure } = contracts;
  await token.connect(admin).approve(rewards, 1_000n);
  const configuration = configurationOf(1);
  await configure(configuration);
  await rewards.connect(alice).register(alice!);
  await rewards.connect(bob).register(bob!);
  const period = walletPeriodAt(await now()) + 1n;
  const { chainId } = await ethers.provider.getNetwork();
  const fixture = {
    ...contracts,
    token,
    configuration,
    period,
    domain: { chainId, verifyingContract: await rewards.getAddress() },
    alice: alice!,
    bob: bob!,
    stranger: stranger!,
  };
  await rewards.connect(admin).fund(period, 100n);
  await warpTo(walletPeriod(period).end);
  await finalize(fixture, { 1: 200_000n });
  return fixture;
}

async function overFalseReturningToken() {
  const [deployer, , , admin] = await ethers.getSigners();
  return earnedOver(await new FalseReturningToken__factory(deployer).deploy(admin!, 1_000n));
}

async function overReentrantToken() {
  const [deployer, , , admin] = await ethers.getSigners();
  return earnedOver(await new ReentrantToken__factory(deployer).deploy(admin!, 1_000n));
}

async function overBlockingToken() {
  const [deployer, , , admin] = await ethers.getSigners();
  return earnedOver(await new BlockingToken__factory(deployer).deploy(admin!, 1_000n));
}

async function overFeeOnTransferToken() {
  const [deployer, , , admin] = await ethers.getSigners();
  const token = await new FeeOnTransferToken__factory(deployer).deploy(admin!, 1_000n);
  const contracts = await walletRewardsOver(token, { deployer: deployer!, admin: admin! });
  await token.connect(admin).approve(contracts.rewards, 1_000n);
  return { ...contracts, token };
}

async function overLyingBalanceToken() {
  const [deployer, , , admin] = await ethers.getSigners();
  const token = await new LyingBalanceToken__factory(deployer).deploy(admin!, 1_000n);
  const contracts = await walletRewardsOver(token, { deployer: deployer!, admin: admin! });
  await token.connect(admin).approve(contracts.rewards, 1_000n);
  return { ...contracts, token };
}

describe("WalletRewards", () => {
  describe("claim", () => {
    it("pays all that is owed to the payout address, whoever calls", async () => {
      const { rewards, token, stranger, alice, alicePayout, owed } = await loadFixture(earned);
      await expect(rewards.connect(stranger).claim(1n)).to.changeTokenBalances(
        token,
        [rewards, alicePayout, alice, stranger],
        [-owed, owed, 0n, 0n],
      );
    });

    it("emits Claimed", async () => {
      const { rewards, alicePayout, owed } = await loadFixture(earned);
      await expect(rewards.claim(1n)).to.emit(rewards, "Claimed").withArgs(1n, alicePayout, owed);
    });

    it("returns the amount, and 0 the next time", async () => {
      const { rewards, token, alicePayout, owed } = await loadFixture(earned);
      expect(await rewards.claim.staticCall(1n)).to.equal(owed);
      await rewards.claim(1n);
      expect(await rewards.claim.staticCall(1n)).to.equal(0n);
      await expect(rewards.claim(1n)).to.changeTokenBalance(token, alicePayout, 0n);
      await expect(rewards.claim(1n)).not.to.emit(rewards, "Claimed");
    });

    it("counts what was paid, and keeps the payout address", async () => {
      const { rewards, alice, alicePayout, owed } = await loadFixture(earned);
      await rewards.claim(1n);
      expect(await rewards.totalPaid()).to.equal(owed);
      expect(await rewards.walletOf(1n)).to.deep.equal([alice.address, alicePayout.address, 0n, true]);
    });

    it("leaves what others are owed", async () => {
      const { rewards, owedToCarol } = await loadFixture(earned);
      await rewards.claim(1n);
      expect(await rewards.owedTo(3n)).to.equal(owedToCarol);
    });

    it("refuses wallets that are not registered", async () => {
      const { rewards } = await loadFixture(earned);
      for (const walletId of [0n, 4n, 2n ** 256n - 1n]) {
        await expect(rewards.claim(walletId))
          .to.be.revertedWithCustomError(rewards, "UnknownWallet")
          .withArgs(walletId);
      }
    });
  });

  describe("claimMany", () => {
    it("pays each wallet once", async () => {
      const { rewards, token, alicePayout, bobPayout, carolPayout, owed, owedToCarol } = await loadFixture(earned);
      expect(await rewards.claimMany.staticCall([1n, 2n, 3n, 1n])).to.equal(owed + owedToCarol);
      await expect(rewards.claimMany([1n, 2n, 3n, 1n])).to.changeTokenBalances(
        token,
        [alicePayout, bobPayout, carolPayout],
        [owed, 0n, owedToCarol],
      );
    });

    it("accepts none", async () => {
      const { rewards } = await loadFixture(earned);
      expect(await rewards.claimMany.staticCall([])).to.equal(0n);
    });
  });

  describe("a payout that refuses the tokens", () => {
    it("hurts its own wallet only, and no finalization", async () => {
      const fixture = await loadFixture(overBlockingToken);
      const { rewards, token, admin, alice, bob, period } = fixture;
      await rewards.connect(admin).fund(period + 1n, 100n);
      await token.setBlocked(alice, true);
      await warpTo(walletPeriod(period + 1n).end);
      await finalize({ ...fixture, period: period + 1n }, { 1: 200_000n, 2: 200_000n });
      for (const claim of [() => rewards.claim(1n), () => rewards.claimMany([2n, 1n])]) {
        await expect(claim()).to.be.revertedWithCustomError(token, "AccountBlocked").withArgs(alice);
      }
      expect(await rewards.owedTo(1n)).to.equal(45n);
      await expect(rewards.claim(2n)).to.changeTokenBalance(token, bob, 15n);
    });

    it("is paid elsewhere once its owner says where", async () => {
      const { rewards, token, alice, stranger } = await loadFixture(overBlockingToken);
      await token.setBlocked(alice, true);
      await rewards.connect(alice).setPayout(stranger);
      await expect(rewards.claim(1n)).to.changeTokenBalance(token, stranger, 30n);
    });

    it("keeps what is owed while the token returns false", async () => {
      const { rewards, token, alice } = await loadFixture(overFalseReturningToken);
      await token.setRefuses(true);
      await expect(rewards.claim(1n))
        .to.be.revertedWithCustomError(rewards, "SafeERC20FailedOperation")
        .withArgs(token);
      expect(await rewards.owedTo(1n)).to.equal(30n);
      expect(await rewards.totalPaid()).to.equal(0n);
      await token.setRefuses(false);
      await expect(rewards.claim(1n)).to.changeTokenBalance(token, alice, 30n);
    });
  });

  describe("a token that calls back", () => {
    it("is paid once", async () => {
      const { rewards, token, alice } = await loadFixture(overReentrantToken);
      await token.arm(rewards, rewards.interface.encodeFunctionData("claim", [1n]));
      const sent = rewards.claim(1n);
      await expect(sent).to.changeTokenBalances(token, [rewards, alice], [-30n, 30n]);
      await expect(sent)
        .to.emit(token, "Reentered")
        .withArgs(false, rewards.interface.encodeErrorResult("ReentrancyGuardReentrantCall", []));
    });

    for (const [name, args] of [
      ["claimMany", [[1n]]],
      ["fundStrayTokens", []],
      ["fund", [10_000n, 1n]],
    ] as const) {
      it(`cannot enter ${name} from fund`, async () => {
        const { rewards, token, admin, period } = await loadFixture(overReentrantToken);
        await token.arm(
          rewards,
          rewards.interface.encodeFunctionData(name as "claimMany", args as unknown as [bigint[]]),
        );
        await expect(rewards.connect(admin).fund(period + 1n, 10n))
          .to.emit(token, "Reentered")
          .withArgs(false, rewards.interface.encodeErrorResult("ReentrancyGuardReentrantCall", []));
        expect(await rewards.totalFunded()).to.equal(110n);
      });
    }
  });

  describe("a token that takes a fee", () => {
    it("cannot be funded", async () => {
      const { rewards, admin } = await loadFixture(overFeeOnTransferToken);
      const period = walletPeriodAt(await now());
      await expect(rewards.connect(admin).fundRange(period, 3n, 100n))
        .to.be.revertedWithCustomError(rewards, "TransferNotWhole")
        .withArgs(300n, 299n);
    });
  });

  describe("a token that lies about balances", () => {
    it("cannot be funded, and has no stray tokens while it tells too little", async () => {
      const { rewards, token, admin } = await loadFixture(overLyingBalanceToken);
      const period = walletPeriodAt(await now());
      await token.setNextLie(7n);
      await expect(rewards.connect(admin).fund(period, 100n))
        .to.be.revertedWithCustomError(rewards, "TransferNotWhole")
        .withArgs(100n, 107n);
      await token.setNextLie(0n);
      await rewards.connect(admin).fund(period, 100n);
      await token.setNextLie(-50n);
      await token.connect(admin).transfer(rewards, 1n);
      await expect(rewards.fundStrayTokens()).to.be.revertedWithCustomError(rewards, "NoStrayTokens");
    });
  });
});
