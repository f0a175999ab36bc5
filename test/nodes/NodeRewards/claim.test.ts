import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { MaxUint256, ZeroAddress } from "ethers";
import { ethers } from "hardhat";
import {
  FalseReturningToken__factory,
  FeeOnTransferToken__factory,
  LyingBalanceToken__factory,
  NoReturnValueToken__factory,
  ReentrantToken__factory,
} from "../../../typechain-types";
import { WCT } from "../../support/amounts";
import { deployedOver } from "../../support/deployedOver";
import { epochOf } from "../../support/nodes";
import { budgeted, earned, nodeOutcome, outcomeOf, PAY_TERMS, payOf } from "../../support/settling";
import { DAY, HOUR, now, warpTo } from "../../support/time";

const SUPPLY = 10n ** 12n;

/** {@link budgeted}, where three nodes earned different amounts. */
async function threeEarned() {
  const fixture = await budgeted();
  const { asOracle, operators, epoch, budget } = fixture;
  const nodes = operators
    .slice(0, 3)
    .map((operator, index) => nodeOutcome(operator, { weight: BigInt(index + 1) * WCT }));
  const terms = { ...PAY_TERMS, shareCapBps: 10_000n };
  await asOracle.settle(epoch, outcomeOf(nodes), terms);
  return { ...fixture, three: operators.slice(0, 3), amounts: payOf(budget, nodes, terms) };
}

interface HostileToken {
  connect(account: unknown): unknown;
  getAddress(): Promise<string>;
}

interface Approving {
  approve(spender: string, value: bigint): Promise<unknown>;
}

/** NodeRewards over another token, of which alice has all and approved it; alice stands in for the oracle. */
async function over<Token extends HostileToken>(token: Token) {
  const contracts = await deployedOver(token as never);
  const { nodeRewards, admin, alice } = contracts;
  await nodeRewards.connect(admin).grantRole(await nodeRewards.ORACLE_ROLE(), alice);
  await (token.connect(alice) as Approving).approve(await nodeRewards.getAddress(), SUPPLY);
  return { ...contracts, token, asAlice: nodeRewards.connect(alice), epoch: epochOf(await now()) };
}

async function overFeeOnTransferToken() {
  const [deployer, , , alice] = await ethers.getSigners();
  return over(await new FeeOnTransferToken__factory(deployer).deploy(alice!, SUPPLY));
}

async function overLyingBalanceToken() {
  const [deployer, , , alice] = await ethers.getSigners();
  return over(await new LyingBalanceToken__factory(deployer).deploy(alice!, SUPPLY));
}

async function overNoReturnValueToken() {
  const [deployer, , , alice] = await ethers.getSigners();
  return over(await new NoReturnValueToken__factory(deployer).deploy(alice!, SUPPLY));
}

/** bob earned 100 wei. */
async function overFalseReturningToken() {
  const [deployer, , , alice] = await ethers.getSigners();
  const fixture = await over(await new FalseReturningToken__factory(deployer).deploy(alice!, SUPPLY));
  const { asAlice, bob, epoch } = fixture;
  await asAlice.fund(epoch, 1_000n);
  await asAlice.settle(epoch, outcomeOf([nodeOutcome(bob)]), PAY_TERMS);
  return fixture;
}

/** bob earned 100 wei; 5 wei are stray. */
async function overReentrantToken() {
  const [deployer, , , alice] = await ethers.getSigners();
  const fixture = await over(await new ReentrantToken__factory(deployer).deploy(alice!, SUPPLY));
  const { asAlice, alice: holder, bob, epoch, token } = fixture;
  await asAlice.fund(epoch, 1_000n);
  await asAlice.settle(epoch, outcomeOf([nodeOutcome(bob)]), PAY_TERMS);
  await token.connect(holder).transfer(asAlice, 5n);
  return fixture;
}

describe("NodeRewards", () => {
  describe("claim", () => {
    it("pays all that is owed to the operator, whoever calls", async () => {
      const { nodeRewards, token, node, stranger, amount } = await loadFixture(earned);
      await expect(nodeRewards.connect(stranger).claim(node)).to.changeTokenBalances(
        token,
        [nodeRewards, node, stranger],
        [-amount, amount, 0n],
      );
      expect(await nodeRewards.owedTo(node)).to.equal(0n);
    });

    it("adds to totalPaid and leaves totalFunded", async () => {
      const { nodeRewards, node, amount } = await loadFixture(earned);
      await nodeRewards.claim(node);
      expect(await nodeRewards.totalPaid()).to.equal(amount);
      expect(await nodeRewards.totalFunded()).to.equal(1_050n * WCT);
    });

    it("emits Claimed and returns the amount", async () => {
      const { nodeRewards, node, amount } = await loadFixture(earned);
      expect(await nodeRewards.claim.staticCall(node)).to.equal(amount);
      await expect(nodeRewards.claim(node)).to.emit(nodeRewards, "Claimed").withArgs(node, node, amount);
    });

    it("pays nothing twice", async () => {
      const { nodeRewards, token, node } = await loadFixture(earned);
      await nodeRewards.claim(node);
      const again = nodeRewards.claim(node);
      await expect(again).to.changeTokenBalance(token, node, 0n);
      await expect(again).not.to.emit(nodeRewards, "Claimed");
    });

    it("pays nothing to who earned nothing", async () => {
      const { nodeRewards, stranger } = await loadFixture(earned);
      expect(await nodeRewards.claim.staticCall(stranger)).to.equal(0n);
      await expect(nodeRewards.claim(stranger)).not.to.emit(nodeRewards, "Claimed");
    });

    it("pays what several epochs brought", async () => {
      const { nodeRewards, asOracle, token, node, amount, epoch } = await loadFixture(earned);
      await warpTo((epoch + 2n) * DAY + HOUR);
      await asOracle.settle(epoch + 1n, outcomeOf([nodeOutcome(node)]), PAY_TERMS);
      await expect(nodeRewards.claim(node)).to.changeTokenBalance(token, node, amount + 95n * WCT);
    });

    it("pays to the payout address, where there is one", async () => {
      const { nodeRewards, token, node, payout, amount } = await loadFixture(earned);
      await nodeRewards.connect(node).setPayout(payout);
      const sent = nodeRewards.claim(node);
      await expect(sent).to.changeTokenBalances(token, [node, payout], [0n, amount]);
      await expect(sent).to.emit(nodeRewards, "Claimed").withArgs(node, payout, amount);
    });

    it("keeps what is owed where the payout refuses it, and pays it elsewhere", async () => {
      const { asAlice, nodeRewards, token, bob, funder } = await loadFixture(overFalseReturningToken);
      await token.setRefuses(true);
      await expect(asAlice.claim(bob))
        .to.be.revertedWithCustomError(nodeRewards, "SafeERC20FailedOperation")
        .withArgs(token);
      expect(await nodeRewards.owedTo(bob)).to.equal(100n);
      expect(await nodeRewards.totalPaid()).to.equal(0n);
      await token.setRefuses(false);
      await nodeRewards.connect(bob).setPayout(funder);
      await expect(asAlice.claim(bob)).to.changeTokenBalance(token, funder, 100n);
    });

    it("stops at a payout that refuses in claimMany, and alone pays the others", async () => {
      const { asAlice, nodeRewards, token, bob, alice } = await loadFixture(overFalseReturningToken);
      await token.setRefuses(true);
      await expect(asAlice.claimMany([alice, bob])).to.be.revertedWithCustomError(
        nodeRewards,
        "SafeERC20FailedOperation",
      );
      await expect(asAlice.claim(alice)).not.to.be.reverted;
    });

    describe("when paused", () => {
      it("pays", async () => {
        const { nodeRewards, token, node, pauser, amount } = await loadFixture(earned);
        await nodeRewards.connect(pauser).pause();
        await expect(nodeRewards.claim(node)).to.changeTokenBalance(token, node, amount);
      });
    });
  });

  describe("claimMany", () => {
    it("pays each of the list and returns the sum", async () => {
      const { nodeRewards, token, three, amounts } = await loadFixture(threeEarned);
      expect(await nodeRewards.claimMany.staticCall(three)).to.equal(amounts[0]! + amounts[1]! + amounts[2]!);
      await expect(nodeRewards.claimMany(three)).to.changeTokenBalances(token, three, amounts);
    });

    it("pays a node that is named twice once", async () => {
      const { nodeRewards, token, three, amounts } = await loadFixture(threeEarned);
      const [first, second] = three;
      await expect(nodeRewards.claimMany([first!, second!, first!])).to.changeTokenBalances(token, three, [
        amounts[0]!,
        amounts[1]!,
        0n,
      ]);
    });

    it("passes over who is owed nothing", async () => {
      const { nodeRewards, token, three, amounts, stranger } = await loadFixture(threeEarned);
      await expect(nodeRewards.claimMany([stranger, three[2]!])).to.changeTokenBalances(
        token,
        [stranger, three[2]!],
        [0n, amounts[2]!],
      );
    });

    it("pays nobody of an empty list", async () => {
      const { nodeRewards } = await loadFixture(threeEarned);
      expect(await nodeRewards.claimMany.staticCall([])).to.equal(0n);
    });
  });

  describe("setPayout", () => {
    it("sets where pay goes, and tells it", async () => {
      const { nodeRewards, node, payout } = await loadFixture(earned);
      expect(await nodeRewards.payoutOf(node)).to.equal(node.address);
      await expect(nodeRewards.connect(node).setPayout(payout))
        .to.emit(nodeRewards, "PayoutSet")
        .withArgs(node, payout);
      expect(await nodeRewards.payoutOf(node)).to.equal(payout.address);
    });

    it("changes nobody else's, and nothing that is owed", async () => {
      const { nodeRewards, node, operators, payout, amount } = await loadFixture(earned);
      await nodeRewards.connect(node).setPayout(payout);
      expect(await nodeRewards.payoutOf(operators[1]!)).to.equal(operators[1]!.address);
      expect(await nodeRewards.owedTo(node)).to.equal(amount);
    });

    it("is possible before the first pay, which keeps it", async () => {
      const { nodeRewards, asOracle, operators, payout, epoch } = await loadFixture(budgeted);
      const node = operators[0]!;
      await nodeRewards.connect(node).setPayout(payout);
      await asOracle.settle(epoch, outcomeOf([nodeOutcome(node)]), PAY_TERMS);
      expect(await nodeRewards.payoutOf(node)).to.equal(payout.address);
    });

    it("stays through claims, and can be set back", async () => {
      const { nodeRewards, node, payout } = await loadFixture(earned);
      await nodeRewards.connect(node).setPayout(payout);
      await nodeRewards.claim(node);
      expect(await nodeRewards.payoutOf(node)).to.equal(payout.address);
      await nodeRewards.connect(node).setPayout(node);
      expect(await nodeRewards.payoutOf(node)).to.equal(node.address);
    });

    it("refuses the zero address", async () => {
      const { nodeRewards, node } = await loadFixture(earned);
      await expect(nodeRewards.connect(node).setPayout(ZeroAddress))
        .to.be.revertedWithCustomError(nodeRewards, "InvalidPayout")
        .withArgs(ZeroAddress);
    });

    it("refuses NodeRewards itself", async () => {
      const { nodeRewards, node } = await loadFixture(earned);
      await expect(nodeRewards.connect(node).setPayout(nodeRewards))
        .to.be.revertedWithCustomError(nodeRewards, "InvalidPayout")
        .withArgs(nodeRewards);
    });
  });

  describe("over another token", () => {
    it("refuses funding of which a fee is taken", async () => {
      const { asAlice, epoch } = await loadFixture(overFeeOnTransferToken);
      await expect(asAlice.fundRange(epoch, 3n, 100n))
        .to.be.revertedWithCustomError(asAlice, "TransferNotWhole")
        .withArgs(300n, 299n);
    });

    for (const [lie, received] of [
      [7n, 107n],
      [-1n, 99n],
      [-100n, 0n],
      [-500n, 0n],
    ] as const) {
      it(`refuses funding of which ${lie} wei more are told than arrived`, async () => {
        const { asAlice, token, epoch } = await loadFixture(overLyingBalanceToken);
        await asAlice.fund(epoch, 1_000n);
        await token.setNextLie(lie);
        await expect(asAlice.fund(epoch, 100n))
          .to.be.revertedWithCustomError(asAlice, "TransferNotWhole")
          .withArgs(100n, received);
      });
    }

    it("finds no stray tokens while less is told than it holds", async () => {
      const { asAlice, nodeRewards, token, alice, epoch } = await loadFixture(overLyingBalanceToken);
      await asAlice.fund(epoch, 1_000n);
      await token.setNextLie(-50n);
      await token.connect(alice).transfer(nodeRewards, 1n);
      await expect(nodeRewards.fundStrayTokens()).to.be.revertedWithCustomError(nodeRewards, "NoStrayTokens");
    });

    it("is funded and claimed without return values", async () => {
      const { asAlice, nodeRewards, token, bob, epoch } = await loadFixture(overNoReturnValueToken);
      await asAlice.fund(epoch, 1_000n);
      await asAlice.settle(epoch, outcomeOf([nodeOutcome(bob)]), PAY_TERMS);
      await expect(nodeRewards.claim(bob)).to.changeTokenBalance(token, bob, 100n);
    });

    it("refuses funding that returns false", async () => {
      const { asAlice, token, epoch } = await loadFixture(overFalseReturningToken);
      await token.setRefuses(true);
      await expect(asAlice.fund(epoch, 5n))
        .to.be.revertedWithCustomError(asAlice, "SafeERC20FailedOperation")
        .withArgs(token);
    });

    const outer = {
      claim: ({ asAlice, bob }: Reentrant) => asAlice.claim(bob),
      claimMany: ({ asAlice, bob }: Reentrant) => asAlice.claimMany([bob]),
      fund: ({ asAlice, epoch }: Reentrant) => asAlice.fund(epoch, 5n),
    };
    const inner = {
      claim: ({ bob }: Reentrant) => [bob.address],
      claimMany: ({ bob }: Reentrant) => [[bob.address]],
      fund: ({ epoch }: Reentrant) => [epoch, 1n],
      fundRange: ({ epoch }: Reentrant) => [epoch, 1n, 1n],
      fundStrayTokens: () => [],
      executeSlash: ({ bob, epoch }: Reentrant) => [bob.address, epoch, 0n],
    };
    type Reentrant = Awaited<ReturnType<typeof overReentrantToken>>;
    for (const [outerName, send] of Object.entries(outer)) {
      for (const [innerName, argsOf] of Object.entries(inner)) {
        it(`refuses ${innerName} from within ${outerName}`, async () => {
          const fixture = await loadFixture(overReentrantToken);
          const { nodeRewards, token } = fixture;
          const data = nodeRewards.interface.encodeFunctionData(innerName as "claim", argsOf(fixture) as never);
          await token.arm(nodeRewards, data);
          const error = nodeRewards.interface.encodeErrorResult("ReentrancyGuardReentrantCall");
          await expect(send(fixture)).to.emit(token, "Reentered").withArgs(false, error);
        });
      }
    }
  });

  describe("multicall", () => {
    it("claims for several operators and sets the caller's payout", async () => {
      const { nodeRewards, token, three, amounts, payout } = await loadFixture(threeEarned);
      const [first, second] = three;
      const calls = [
        nodeRewards.interface.encodeFunctionData("setPayout", [payout.address]),
        nodeRewards.interface.encodeFunctionData("claim", [first!.address]),
        nodeRewards.interface.encodeFunctionData("claim", [second!.address]),
      ];
      await expect(nodeRewards.connect(first).multicall(calls)).to.changeTokenBalances(
        token,
        [first!, payout, second!],
        [0n, amounts[0]!, amounts[1]!],
      );
    });

    it("gives nobody a right that it has not", async () => {
      const { nodeRewards, stranger, epoch } = await loadFixture(earned);
      const call = nodeRewards.interface.encodeFunctionData("proposeSlash", [stranger.address, epoch, 0n, MaxUint256]);
      await expect(nodeRewards.connect(stranger).multicall([call]))
        .to.be.revertedWithCustomError(nodeRewards, "AccessControlUnauthorizedAccount")
        .withArgs(stranger, await nodeRewards.ORACLE_ROLE());
    });
  });
});
