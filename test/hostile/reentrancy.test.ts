import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { ethers } from "hardhat";
import { ReentrantToken__factory } from "../../typechain-types";
import { WCT } from "../support/amounts";
import { deployedOver } from "../support/deployedOver";
import { now, warpTo, WEEK, weekStartOf } from "../support/time";

/**
 * Over a token that calls back: the token itself is Locked and due a reward, as is alice, of whose position 1 % is held back;
 * bob is Unlocked.
 */
async function overReentrantToken() {
  const [deployer, , , alice] = await ethers.getSigners();
  const token = await new ReentrantToken__factory(deployer).deploy(alice!, 1_000_000n * WCT);
  const contracts = await deployedOver(token);
  const { stakeWeight, distributor, admin, bob, funder } = contracts;
  for (const holder of [funder, token]) {
    await stakeWeight.connect(admin).grantRole(await stakeWeight.MIGRATOR_ROLE(), holder);
    await stakeWeight.connect(admin).grantRole(await stakeWeight.SLASHER_ROLE(), holder);
  }
  for (const holder of [bob, funder, token]) await token.connect(alice).transfer(holder, 1_000n * WCT);
  for (const holder of [alice!, bob, funder]) {
    await token.connect(holder).approve(stakeWeight, 1_000_000n * WCT);
    await token.connect(holder).approve(distributor, 1_000_000n * WCT);
  }
  for (const spender of [stakeWeight, distributor]) {
    await token.execute(token, token.interface.encodeFunctionData("approve", [await spender.getAddress(), 10n ** 24n]));
  }
  const thursday = weekStartOf(await now()) + WEEK;
  await warpTo(thursday - 10n);
  await token.execute(stakeWeight, stakeWeight.interface.encodeFunctionData("stake", [10n * WCT, 52n]));
  await stakeWeight.connect(alice).stake(10n * WCT, 52n);
  await stakeWeight.connect(bob).stake(10n * WCT, 4n);
  await stakeWeight.connect(funder).holdForSlash(alice!, 100n);
  await stakeWeight.connect(bob).initiateUnlock();
  await distributor.connect(funder).fundRange(thursday, 10n, 9n * WCT);
  await warpTo(thursday + 5n * WEEK);
  return { ...contracts, token, tokenAddress: await token.getAddress(), thursday };
}

type Fixture = Awaited<ReturnType<typeof overReentrantToken>>;

/** A lock of somebody without a position. */
const arriving = { account: ethers.ZeroAddress.replace(/0$/, "1"), amount: 1n, presetWeeks: 4n, unlockEnd: 0n };

/** What moves tokens, from transfer or transferFrom, and by whom. */
const outer: Record<string, (fixture: Fixture) => Promise<unknown>> = {
  "StakeWeight.increaseAmount": ({ stakeWeight, alice }) => stakeWeight.connect(alice).increaseAmount(1n),
  "StakeWeight.update": ({ stakeWeight, alice }) => stakeWeight.connect(alice).update(1n, 104n),
  "StakeWeight.stake": ({ stakeWeight, funder }) => stakeWeight.connect(funder).stake(1n, 4n),
  "StakeWeight.migrate": ({ stakeWeight, funder }) => stakeWeight.connect(funder).migrate([arriving]),
  "StakeWeight.withdraw": ({ stakeWeight, bob }) => stakeWeight.connect(bob).withdraw(),
  "StakeWeight.slash": ({ stakeWeight, funder, alice }) => stakeWeight.connect(funder).slash(alice, WCT / 20n),
  "RewardDistributor.fund": ({ distributor, funder, thursday }) =>
    distributor.connect(funder).fund(thursday + 6n * WEEK, 1n),
  "RewardDistributor.claim": ({ distributor, alice }) => distributor.claim(alice),
  "RewardDistributor.claimThrough": ({ distributor, alice, thursday }) => distributor.claimThrough(alice, thursday),
  "RewardDistributor.claimMany": ({ distributor, alice }) => distributor.claimMany([alice]),
  "RewardDistributor.claimAndRestake": ({ distributor, alice }) => distributor.connect(alice).claimAndRestake(),
};

/** What moves tokens within the contract that is called back, encoded. */
const guarded: Record<"stakeWeight" | "distributor", Record<string, (fixture: Fixture) => string>> = {
  stakeWeight: {
    stake: ({ stakeWeight }) => stakeWeight.interface.encodeFunctionData("stake", [1n, 4n]),
    stakeWithPermit: ({ stakeWeight }) =>
      stakeWeight.interface.encodeFunctionData("stakeWithPermit", [1n, 4n, 0n, 27n, ethers.ZeroHash, ethers.ZeroHash]),
    increaseAmount: ({ stakeWeight }) => stakeWeight.interface.encodeFunctionData("increaseAmount", [1n]),
    relock: ({ stakeWeight }) => stakeWeight.interface.encodeFunctionData("relock", [104n]),
    update: ({ stakeWeight }) => stakeWeight.interface.encodeFunctionData("update", [1n, 104n]),
    migrate: ({ stakeWeight }) => stakeWeight.interface.encodeFunctionData("migrate", [[arriving]]),
    withdraw: ({ stakeWeight }) => stakeWeight.interface.encodeFunctionData("withdraw"),
    slash: ({ stakeWeight, alice }) => stakeWeight.interface.encodeFunctionData("slash", [alice.address, WCT / 20n]),
    "multicall of stake": ({ stakeWeight }) =>
      stakeWeight.interface.encodeFunctionData("multicall", [
        [stakeWeight.interface.encodeFunctionData("stake", [1n, 4n])],
      ]),
  },
  distributor: {
    fund: ({ distributor, thursday }) => distributor.interface.encodeFunctionData("fund", [thursday + 6n * WEEK, 1n]),
    fundRange: ({ distributor, thursday }) =>
      distributor.interface.encodeFunctionData("fundRange", [thursday + 6n * WEEK, 1n, 1n]),
    fundStrayTokens: ({ distributor }) => distributor.interface.encodeFunctionData("fundStrayTokens"),
    claim: ({ distributor, tokenAddress }) => distributor.interface.encodeFunctionData("claim", [tokenAddress]),
    claimThrough: ({ distributor, tokenAddress, thursday }) =>
      distributor.interface.encodeFunctionData("claimThrough", [tokenAddress, thursday]),
    claimMany: ({ distributor, tokenAddress }) =>
      distributor.interface.encodeFunctionData("claimMany", [[tokenAddress]]),
    claimAndRestake: ({ distributor }) => distributor.interface.encodeFunctionData("claimAndRestake"),
  },
};

const guardError = ethers.id("ReentrancyGuardReentrantCall()").slice(0, 10);

/** Sum of what all hold; nothing may be made or lost. */
async function accounts({ token, stakeWeight, distributor, tokenAddress, alice, bob, funder }: Fixture) {
  return {
    inPositions: await stakeWeight.totalStaked(),
    inStakeWeight: await token.balanceOf(stakeWeight),
    unpaid: (await distributor.totalFunded()) - (await distributor.totalPaid()),
    inDistributor: await token.balanceOf(distributor),
    outside:
      (await token.balanceOf(tokenAddress)) +
      (await token.balanceOf(alice)) +
      (await token.balanceOf(bob)) +
      (await token.balanceOf(funder)),
  };
}

describe("a token that calls back", () => {
  for (const [entry, enter] of Object.entries(outer)) {
    for (const [key, calls] of Object.entries(guarded)) {
      const same = entry.startsWith(key === "stakeWeight" ? "StakeWeight" : "RewardDistributor");
      // claimAndRestake moves its tokens while both contracts are entered.
      const refused = same || (key === "stakeWeight" && entry.endsWith("claimAndRestake"));
      for (const [name, encode] of Object.entries(calls)) {
        it(`${refused ? "cannot enter" : "makes or loses nothing by"} ${key}.${name} from ${entry}`, async () => {
          const fixture = await loadFixture(overReentrantToken);
          const { token } = fixture;
          const target = fixture[key as keyof typeof guarded];
          await token.arm(target, encode(fixture));
          const sent = enter(fixture);
          if (refused) {
            await expect(sent).to.emit(token, "Reentered").withArgs(false, guardError);
          } else {
            await sent.catch(() => undefined);
          }
          const after = await accounts(fixture);
          expect(after.inStakeWeight).to.equal(after.inPositions);
          expect(after.inDistributor).to.equal(after.unpaid);
          expect(after.inStakeWeight + after.inDistributor + after.outside).to.equal(await token.totalSupply());
        });
      }
    }
  }

  it("cannot collect a withdrawal on its way as stray tokens", async () => {
    const fixture = await loadFixture(overReentrantToken);
    const { token, stakeWeight, distributor, bob } = fixture;
    await token.arm(distributor, distributor.interface.encodeFunctionData("fundStrayTokens"));
    await expect(stakeWeight.connect(bob).withdraw()).to.emit(token, "Reentered").withArgs(false, guardError);
    expect(await token.balanceOf(stakeWeight)).to.equal(await stakeWeight.totalStaked());
  });

  it("cannot collect a claim on its way as stray tokens", async () => {
    const { token, distributor, alice } = await loadFixture(overReentrantToken);
    await token.arm(distributor, distributor.interface.encodeFunctionData("fundStrayTokens"));
    await expect(distributor.claim(alice)).to.emit(token, "Reentered").withArgs(false, guardError);
  });

  it("gains nothing by closing weeks from within a claim", async () => {
    const { token, distributor, alice } = await loadFixture(overReentrantToken);
    const due = await distributor.claimable(alice);
    await token.arm(distributor, distributor.interface.encodeFunctionData("closeWeeks", [1_000n]));
    await expect(distributor.claim(alice)).to.changeTokenBalance(token, alice, due);
  });

  it("gains nothing by unlocking from within its increase", async () => {
    const { token, stakeWeight, tokenAddress } = await loadFixture(overReentrantToken);
    await token.arm(stakeWeight, stakeWeight.interface.encodeFunctionData("initiateUnlock"));
    await token.execute(stakeWeight, stakeWeight.interface.encodeFunctionData("increaseAmount", [5n]));
    const position = await stakeWeight.positionOf(tokenAddress);
    expect(position.amount).to.equal(10n * WCT + 5n);
    expect(position.state).to.equal(2n);
    // Then alice alone has weight.
    expect(await stakeWeight.totalWeightAt(position.unlockEnd)).to.equal((10n * WCT * 52n) / 209n);
  });
});
