import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/signers";
import { expect } from "chai";
import type { RewardDistributor, WCT as Token } from "../../typechain-types";
import { WCT } from "./amounts";
import { funded } from "./funded";
import { nextAt, now, warpTo, WEEK } from "./time";

/** {@link funded}, where alice, bob and carol hold Locked positions of equal weight, 52,000 token weeks each. */
export async function equalWeights() {
  const fixture = await funded();
  const { stakeWeight, alice, bob, carol } = fixture;
  await stakeWeight.connect(alice).stake(1_000n * WCT, 52n);
  await stakeWeight.connect(bob).stake(2_000n * WCT, 26n);
  await stakeWeight.connect(carol).stake(500n * WCT, 104n);
  return fixture;
}

/** {@link equalWeights} with 900 WCT for the week from `thursday`, at the end of that week. */
export async function oneWeekOver() {
  const fixture = await equalWeights();
  const { distributor, funder, thursday } = fixture;
  await distributor.connect(funder).fund(thursday, 900n * WCT);
  await warpTo(thursday + WEEK);
  return { ...fixture, share: 300n * WCT };
}

/** Claims for `account` and checks that it is paid exactly what `claimable` told in the same second, which it returns. */
export async function claimExactly(
  fixture: { token: Token; distributor: RewardDistributor },
  account: HardhatEthersSigner,
): Promise<bigint> {
  const { token, distributor } = fixture;
  const due = await distributor.claimable(account);
  await nextAt(await now());
  await expect(distributor.claim(account)).to.changeTokenBalances(token, [distributor, account], [-due, due]);
  expect(await distributor.claimable(account)).to.equal(0n);
  return due;
}

/** Checks that `paid` is `exact`, rounded down by at most `dust` wei. */
export function expectShare(paid: bigint, exact: bigint, dust = 1n): void {
  expect(paid).to.be.within(exact - dust, exact);
}
