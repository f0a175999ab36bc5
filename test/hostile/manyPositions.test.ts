import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { ethers } from "hardhat";
import { WCT, weightOf } from "../support/amounts";
import { funded } from "../support/funded";
import { nextAt, now, warpTo, WEEK } from "../support/time";

/** {@link funded}, with 30 positions of 1 wei beside alice's 1,000 WCT, half of them Unlocking, and 10 weeks of rewards. */
async function dusty() {
  const fixture = await funded();
  const { token, stakeWeight, distributor, deployer, alice, funder, thursday } = fixture;
  const dust = (await ethers.getSigners()).slice(10, 40);
  await stakeWeight.connect(alice).stake(1_000n * WCT, 52n);
  for (const [index, account] of dust.entries()) {
    await token.connect(deployer).transfer(account, 1n);
    await token.connect(account).approve(stakeWeight, 1n);
    await stakeWeight.connect(account).stake(1n, index % 3 === 0 ? 104n : 4n);
    if (index % 2 === 0) await stakeWeight.connect(account).initiateUnlock();
  }
  await distributor.connect(funder).fundRange(thursday, 10n, 10n * WCT);
  await warpTo(thursday + 10n * WEEK);
  return { ...fixture, dust };
}

describe("positions of 1 wei", () => {
  it("have no weight of their own, and less than 1 wei each in the total", async () => {
    const { stakeWeight, alice, dust } = await loadFixture(dusty);
    for (const account of dust) expect(await stakeWeight.weightOf(account)).to.equal(0n);
    const excess = (await stakeWeight.totalWeight()) - (await stakeWeight.weightOf(alice));
    expect(excess).to.be.within(0n, 30n);
  });

  it("take no more than their share of the rewards", async () => {
    const { distributor, alice, dust, thursday } = await loadFixture(dusty);
    const rewards = await Promise.all(dust.map((account) => distributor.claimable(account)));
    for (const reward of rewards) expect(reward).to.be.at.most(2n);
    expect(await distributor.claimable(alice)).to.be.within(100n * WCT - 70n, 100n * WCT);
    expect(await distributor.rewardForPeriod(thursday)).to.equal(10n * WCT);
  });

  it("never let more be paid than was funded", async () => {
    const { distributor, token, alice, dust } = await loadFixture(dusty);
    await distributor.claimMany([...dust, alice]);
    expect(await distributor.totalPaid()).to.be.at.most(await distributor.totalFunded());
    expect(await token.balanceOf(distributor)).to.equal(
      (await distributor.totalFunded()) - (await distributor.totalPaid()),
    );
  });

  it("leave to the wei when they end", async () => {
    const { stakeWeight, token, dust, thursday } = await loadFixture(dusty);
    await warpTo(thursday + 103n * WEEK);
    for (const account of dust.filter((_, index) => index % 2 === 0)) {
      await expect(stakeWeight.connect(account).withdraw()).to.changeTokenBalance(token, account, 1n);
    }
  });
});

describe("the whole supply in one position", () => {
  it("is weighed, rewarded and withdrawn to the wei", async () => {
    const { token, stakeWeight, distributor, deployer, alice, funder, thursday } = await loadFixture(funded);
    await distributor.connect(funder).fund(thursday, WCT);
    for (const holder of await ethers.getSigners()) {
      if (holder.address !== alice.address) {
        await token.connect(holder).transfer(alice, await token.balanceOf(holder));
      }
    }
    const supply = (await token.totalSupply()) - WCT;
    await token.connect(alice).approve(stakeWeight, supply);
    await stakeWeight.connect(alice).stake(supply, 104n);
    expect(await stakeWeight.totalWeight()).to.equal(weightOf(supply, 104n * WEEK));
    await stakeWeight.connect(alice).initiateUnlock();
    await nextAt(thursday + 103n * WEEK);
    await stakeWeight.connect(alice).withdraw();
    await distributor.connect(deployer).claim(alice);
    expect(await token.balanceOf(alice)).to.be.within((await token.totalSupply()) - 1n, await token.totalSupply());
    expect(await now()).to.be.above(thursday);
  });
});
