import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/signers";
import { ethers } from "hardhat";
import type { StakeWeight } from "../../typechain-types";
import { locked, unlocked, unlocking } from "./funded";

/** The fixture with an account that may slash, and StakeWeight as that account calls it. */
export async function withSlasher<Fixture extends { stakeWeight: StakeWeight; admin: HardhatEthersSigner }>(
  fixture: Fixture,
) {
  const { stakeWeight, admin } = fixture;
  const slasher = (await ethers.getSigners())[9]!;
  await stakeWeight.connect(admin).grantRole(await stakeWeight.SLASHER_ROLE(), slasher);
  return { ...fixture, slasher, asSlasher: stakeWeight.connect(slasher) };
}

/** {@link locked}, where 1 % of alice's position, `held`, is held back. */
export async function lockedHeld() {
  return holding(await withSlasher(await locked()));
}

/** {@link unlocking}, where 1 % of alice's position, `held`, is held back. */
export async function unlockingHeld() {
  return holding(await withSlasher(await unlocking()));
}

/** {@link unlocked}, where 1 % of alice's position, `held`, is held back. */
export async function unlockedHeld() {
  return holding(await withSlasher(await unlocked()));
}

/** Holds back all of a position of which 1 % is whole gwei. */
export async function holdAll(asSlasher: StakeWeight, account: { address: string }): Promise<void> {
  const data = asSlasher.interface.encodeFunctionData("holdForSlash", [account.address, 100n]);
  await asSlasher.multicall(Array<string>(100).fill(data));
}

async function holding<Fixture extends { asSlasher: StakeWeight; alice: HardhatEthersSigner; amount: bigint }>(
  fixture: Fixture,
) {
  await fixture.asSlasher.holdForSlash(fixture.alice, 100n);
  return { ...fixture, held: fixture.amount / 100n };
}
