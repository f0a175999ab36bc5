import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { ethers } from "hardhat";
import {
  BlockingToken__factory,
  FalseReturningToken__factory,
  FeeOnTransferToken__factory,
  LyingBalanceToken__factory,
  NoReturnValueToken__factory,
} from "../../typechain-types";
import { deployedOver } from "../support/deployedOver";
import { nextAt, now, warpTo, WEEK, weekStartOf } from "../support/time";

const SUPPLY = 10n ** 12n;

interface Approving {
  approve(spender: string, value: bigint): Promise<unknown>;
}

/** alice holds the supply and approved both contracts; the next week's start comes with it. */
async function approvedOver<
  Token extends
    | Awaited<ReturnType<BlockingToken__factory["deploy"]>>
    | Awaited<ReturnType<FeeOnTransferToken__factory["deploy"]>>
    | Awaited<ReturnType<NoReturnValueToken__factory["deploy"]>>
    | Awaited<ReturnType<LyingBalanceToken__factory["deploy"]>>
    | Awaited<ReturnType<FalseReturningToken__factory["deploy"]>>,
>(token: Token) {
  const contracts = await deployedOver(token);
  const approving = token.connect(contracts.alice) as unknown as Approving;
  for (const spender of [contracts.stakeWeight, contracts.distributor]) {
    await approving.approve(await spender.getAddress(), SUPPLY);
  }
  return { ...contracts, token, thursday: weekStartOf(await now()) + WEEK };
}

async function overFalseReturningToken() {
  const [deployer, , , alice] = await ethers.getSigners();
  return approvedOver(await new FalseReturningToken__factory(deployer).deploy(alice!, SUPPLY));
}

async function overNoReturnValueToken() {
  const [deployer, , , alice] = await ethers.getSigners();
  return approvedOver(await new NoReturnValueToken__factory(deployer).deploy(alice!, SUPPLY));
}

async function overFeeOnTransferToken() {
  const [deployer, , , alice] = await ethers.getSigners();
  return approvedOver(await new FeeOnTransferToken__factory(deployer).deploy(alice!, SUPPLY));
}

async function overLyingBalanceToken() {
  const [deployer, , , alice] = await ethers.getSigners();
  return approvedOver(await new LyingBalanceToken__factory(deployer).deploy(alice!, SUPPLY));
}

/** alice and bob hold the same Unlocked position and are due the same reward; the token blocks alice. */
async function overBlockingToken() {
  const [deployer, , , alice] = await ethers.getSigners();
  const contracts = await approvedOver(await new BlockingToken__factory(deployer).deploy(alice!, SUPPLY));
  const { stakeWeight, distributor, token, bob, thursday } = contracts;
  await token.connect(alice).transfer(bob, 1_000n);
  await token.connect(bob).approve(stakeWeight, 1_000n);
  for (const staker of [alice!, bob]) await stakeWeight.connect(staker).stake(1_000n, 4n);
  await distributor.connect(alice).fund(thursday, 900n);
  for (const staker of [alice!, bob]) await stakeWeight.connect(staker).initiateUnlock();
  const { unlockEnd } = await stakeWeight.positionOf(alice!);
  await warpTo(unlockEnd);
  await token.setBlocked(alice!, true);
  return contracts;
}

describe("a token that returns false", () => {
  it("cannot be staked or funded", async () => {
    const { stakeWeight, distributor, token, alice, thursday } = await loadFixture(overFalseReturningToken);
    await token.setRefuses(true);
    await expect(stakeWeight.connect(alice).stake(5n, 4n))
      .to.be.revertedWithCustomError(stakeWeight, "SafeERC20FailedOperation")
      .withArgs(token);
    await expect(distributor.connect(alice).fund(thursday, 5n))
      .to.be.revertedWithCustomError(distributor, "SafeERC20FailedOperation")
      .withArgs(token);
  });

  it("leaves the position where it is when a withdrawal is refused", async () => {
    const { stakeWeight, token, alice } = await loadFixture(overFalseReturningToken);
    await stakeWeight.connect(alice).stake(5n, 4n);
    await stakeWeight.connect(alice).initiateUnlock();
    const { unlockEnd } = await stakeWeight.positionOf(alice);
    await token.setRefuses(true);
    await nextAt(unlockEnd);
    await expect(stakeWeight.connect(alice).withdraw())
      .to.be.revertedWithCustomError(stakeWeight, "SafeERC20FailedOperation")
      .withArgs(token);
    await token.setRefuses(false);
    await expect(stakeWeight.connect(alice).withdraw()).to.changeTokenBalance(token, alice, 5n);
  });

  it("keeps the reward when a claim is refused", async () => {
    const { stakeWeight, distributor, token, alice, thursday } = await loadFixture(overFalseReturningToken);
    await stakeWeight.connect(alice).stake(5n, 4n);
    await distributor.connect(alice).fund(thursday, 1_000n);
    await warpTo(thursday + WEEK);
    const due = await distributor.claimable(alice);
    await token.setRefuses(true);
    await expect(distributor.claim(alice))
      .to.be.revertedWithCustomError(distributor, "SafeERC20FailedOperation")
      .withArgs(token);
    await token.setRefuses(false);
    await expect(distributor.claim(alice)).to.changeTokenBalance(token, alice, due);
  });
});

describe("a token without return values", () => {
  it("is staked and withdrawn", async () => {
    const { stakeWeight, token, alice } = await loadFixture(overNoReturnValueToken);
    await stakeWeight.connect(alice).stake(5n, 4n);
    expect(await token.balanceOf(stakeWeight)).to.equal(5n);
    await stakeWeight.connect(alice).initiateUnlock();
    await nextAt((await stakeWeight.positionOf(alice)).unlockEnd);
    await stakeWeight.connect(alice).withdraw();
    expect(await token.balanceOf(alice)).to.equal(SUPPLY);
  });

  it("is funded, claimed and restaked", async () => {
    const { stakeWeight, distributor, token, alice, thursday } = await loadFixture(overNoReturnValueToken);
    await stakeWeight.connect(alice).stake(5n, 4n);
    await distributor.connect(alice).fundRange(thursday, 2n, 1_000n);
    await warpTo(thursday + WEEK);
    await distributor.claim(alice);
    expect(await token.balanceOf(alice)).to.be.within(SUPPLY - 2_005n + 999n, SUPPLY - 2_005n + 1_000n);
    await warpTo(thursday + 2n * WEEK);
    await distributor.connect(alice).claimAndRestake();
    expect((await stakeWeight.positionOf(alice)).amount).to.be.within(1_004n, 1_005n);
  });
});

describe("a token that takes a fee", () => {
  it("cannot be staked", async () => {
    const { stakeWeight, alice } = await loadFixture(overFeeOnTransferToken);
    await expect(stakeWeight.connect(alice).stake(100n, 4n))
      .to.be.revertedWithCustomError(stakeWeight, "TransferNotWhole")
      .withArgs(100n, 99n);
  });

  it("cannot be funded", async () => {
    const { distributor, alice, thursday } = await loadFixture(overFeeOnTransferToken);
    await expect(distributor.connect(alice).fundRange(thursday, 3n, 100n))
      .to.be.revertedWithCustomError(distributor, "TransferNotWhole")
      .withArgs(300n, 299n);
  });
});

describe("a token that lies about balances", () => {
  for (const [lie, received] of [
    [1n, 101n],
    [-1n, 99n],
    [-100n, 0n],
    [-500n, 0n],
    [10n ** 30n, 10n ** 30n + 100n],
  ] as const) {
    it(`cannot be staked when it tells ${lie} wei more than arrived`, async () => {
      const { stakeWeight, token, alice, bob } = await loadFixture(overLyingBalanceToken);
      // So that the balance has something to fall from.
      await token.connect(alice).transfer(bob, 1_000n);
      await token.connect(bob).approve(stakeWeight, 1_000n);
      await stakeWeight.connect(bob).stake(1_000n, 4n);
      await token.setNextLie(lie);
      await expect(stakeWeight.connect(alice).stake(100n, 4n))
        .to.be.revertedWithCustomError(stakeWeight, "TransferNotWhole")
        .withArgs(100n, received);
    });
  }

  it("cannot be funded either", async () => {
    const { distributor, token, alice, thursday } = await loadFixture(overLyingBalanceToken);
    await token.setNextLie(7n);
    await expect(distributor.connect(alice).fund(thursday, 100n))
      .to.be.revertedWithCustomError(distributor, "TransferNotWhole")
      .withArgs(100n, 107n);
  });

  it("has no stray tokens while it tells less than the positions hold", async () => {
    const { stakeWeight, distributor, token, alice, bob } = await loadFixture(overLyingBalanceToken);
    await stakeWeight.connect(alice).stake(100n, 4n);
    await token.setNextLie(-50n);
    await token.connect(alice).transfer(stakeWeight, 1n);
    await expect(distributor.connect(bob).fundStrayTokens()).to.be.revertedWithCustomError(
      distributor,
      "NoStrayTokens",
    );
  });
});

describe("a token that blocks an account", () => {
  it("keeps the account's position in its place, and nobody else's", async () => {
    const { stakeWeight, token, alice, bob } = await loadFixture(overBlockingToken);
    await expect(stakeWeight.connect(alice).withdraw())
      .to.be.revertedWithCustomError(token, "AccountBlocked")
      .withArgs(alice);
    await expect(stakeWeight.connect(bob).withdraw()).to.changeTokenBalance(token, bob, 1_000n);
    await token.setBlocked(alice, false);
    await expect(stakeWeight.connect(alice).withdraw()).to.changeTokenBalance(token, alice, 1_000n);
  });

  it("keeps the account's reward until it names a recipient, and nobody else's", async () => {
    const { distributor, token, alice, bob, funder } = await loadFixture(overBlockingToken);
    const due = await distributor.claimable(alice);
    expect(due).to.be.within(448n, 450n);
    await expect(distributor.claim(alice)).to.be.revertedWithCustomError(token, "AccountBlocked").withArgs(alice);
    await expect(distributor.claim(bob)).to.changeTokenBalance(token, bob, due);
    await distributor.connect(alice).setRecipient(funder);
    await expect(distributor.claim(alice)).to.changeTokenBalance(token, funder, due);
  });

  it("stops claims of several that name the account, not those without it", async () => {
    const { distributor, token, alice, bob } = await loadFixture(overBlockingToken);
    const due = await distributor.claimable(bob);
    await expect(distributor.claimMany([bob, alice]))
      .to.be.revertedWithCustomError(token, "AccountBlocked")
      .withArgs(alice);
    await expect(distributor.claimMany([bob])).to.changeTokenBalance(token, bob, due);
  });
});
