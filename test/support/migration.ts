import { setStorageAt } from "@nomicfoundation/hardhat-network-helpers";
import { type AddressLike, MaxUint256, resolveAddress, toBeHex } from "ethers";
import { ethers } from "hardhat";
import { type LegacyStakeWeightBridge, LegacyStakeWeightBridge__factory } from "../../typechain-types";
import { WCT } from "./amounts";
import { funded } from "./funded";
import { deployLegacy, type LegacyGeneration, legacySlots } from "./legacy";
import { mappingSlot, readSlot } from "./storage";
import { HOUR, nextAt, WEEK } from "./time";

/** The bridge's LockStatus. */
export const LockStatus = {
  None: 0n,
  Ready: 1n,
  PositionExists: 2n,
  NotBacked: 3n,
  EndNotWeekStart: 4n,
  EndTooLate: 5n,
  NoPreset: 6n,
} as const;

/** StakeWeight's State. */
export const State = { None: 0n, Locked: 1n, Unlocking: 2n, Unlocked: 3n } as const;

/** {@link funded}, beside a legacy system over the same token, which the stakers and the funder approved as well. */
export async function besideLegacy<Generation extends LegacyGeneration>(generation: Generation) {
  const fixture = await funded();
  const { token, deployer, admin, accounts, alice, bob, carol, operator, funder } = fixture;
  const [dave, erin] = accounts.slice(6);
  const legacy = await deployLegacy({ token, generation, admin });
  for (const holder of [dave!, erin!]) {
    await token.connect(deployer).transfer(holder, 1_000_000n * WCT);
    await token.connect(holder).approve(fixture.stakeWeight, MaxUint256);
  }
  for (const holder of [alice, bob, carol, operator, dave!, erin!, funder]) {
    await token.connect(holder).approve(legacy.stakeWeight, MaxUint256);
    await token.connect(holder).approve(legacy.distributor, MaxUint256);
  }
  return { ...fixture, dave: dave!, erin: erin!, legacy };
}

/**
 * {@link besideLegacy}, ten weeks after these locks were made, on a Monday, 12:00 UTC; `thursday` is the next one:
 * alice's 1,000 WCT end in 50 weeks, bob's 500 WCT ended 7 weeks ago, carol's 300 WCT were never transferred in, nor were 50 of
 * dave's 200 WCT, which end in 10 weeks. The points of the total are 6 weeks old.
 */
export async function withLocks<Generation extends LegacyGeneration>(generation: Generation) {
  const fixture = await besideLegacy(generation);
  const { legacy, alice, bob, carol, dave } = fixture;
  const thursday = fixture.thursday + 10n * WEEK;
  const ends = {
    alice: thursday + 50n * WEEK,
    bob: thursday - 7n * WEEK,
    carol: thursday + 50n * WEEK,
    dave: thursday + 10n * WEEK,
  };
  await legacy.stakeWeight.connect(alice).createLock(1_000n * WCT, ends.alice);
  await legacy.stakeWeight.connect(bob).createLock(500n * WCT, ends.bob);
  await legacy.stakeWeight.createLockUntransferred(carol, 300n * WCT, ends.carol);
  await legacy.stakeWeight.connect(dave).createLock(150n * WCT, ends.dave);
  await legacy.stakeWeight.increaseLockAmountUntransferred(dave, 50n * WCT);
  await nextAt(thursday - 6n * WEEK + HOUR);
  await legacy.stakeWeight.checkpoint();
  const monday = fixture.monday + 10n * WEEK;
  await nextAt(monday);
  await fixture.token.approve(fixture.stranger, 0n);
  return { ...fixture, monday, thursday, ends };
}

type WithLocks = Awaited<ReturnType<typeof withLocks>>;

/** Puts the bridge behind the legacy proxy and makes it StakeWeight's migrator. */
export async function upgradeToBridge({
  legacy,
  stakeWeight,
  admin,
}: Pick<WithLocks, "stakeWeight" | "admin"> & {
  legacy: Pick<WithLocks["legacy"], "proxyAdmin" | "addresses">;
}): Promise<LegacyStakeWeightBridge> {
  const factory = await ethers.getContractFactory("LegacyStakeWeightBridge");
  const implementation = await factory.deploy(stakeWeight);
  await legacy.proxyAdmin.upgradeAndCall(legacy.addresses.stakeWeight, implementation, "0x");
  await stakeWeight.connect(admin).grantRole(await stakeWeight.MIGRATOR_ROLE(), legacy.addresses.stakeWeight);
  return LegacyStakeWeightBridge__factory.connect(legacy.addresses.stakeWeight, stakeWeight.runner);
}

/** {@link withLocks}, where the bridge has taken over and nothing has moved. */
export async function bridged<Generation extends LegacyGeneration>(generation: Generation) {
  const fixture = await withLocks(generation);
  return { ...fixture, bridge: await upgradeToBridge(fixture) };
}

/** {@link bridged} of the generation with decaying locks only. */
export function firstBridged() {
  return bridged(1);
}

/** {@link bridged} of the later generation, where erin's 700 WCT are perpetual with 52 weeks. */
export async function laterBridged() {
  const fixture = await withLocks(2);
  await fixture.legacy.stakeWeight.connect(fixture.erin).createPermanentLock(700n * WCT, 52n);
  return { ...fixture, bridge: await upgradeToBridge(fixture) };
}

/** What both generations have. */
export type BridgedFixture = Awaited<ReturnType<typeof firstBridged>>;

/** For what the bridge must do alike for both generations. */
export const bridgedGenerations: { name: string; fixture: () => Promise<BridgedFixture> }[] = [
  { name: "first", fixture: firstBridged },
  { name: "later", fixture: laterBridged },
];

/** A lock as no legacy function need ever make it. */
export interface Lock {
  amount: bigint;
  end: bigint;
  transferredAmount: bigint;
  presetWeeks?: bigint;
}

/** Overwrites the lock of `account`, and nothing else. */
export async function writeLock(bridge: AddressLike, account: AddressLike, lock: Lock): Promise<void> {
  const address = await resolveAddress(bridge, ethers.provider);
  const owner = await resolveAddress(account, ethers.provider);
  const slot = mappingSlot(owner, legacySlots.locks);
  await setStorageAt(address, slot, toBeHex(BigInt.asUintN(128, lock.amount), 32));
  await setStorageAt(address, slot + 1n, toBeHex(lock.end, 32));
  await setStorageAt(address, slot + 2n, toBeHex(lock.transferredAmount, 32));
  await setStorageAt(address, mappingSlot(owner, legacySlots.permanentBaseWeeks), toBeHex(lock.presetWeeks ?? 0n, 32));
}

/** Gives `account` a lock, with the tokens that it tells of, and enters it in the supply. */
export async function giveLock(
  { token, bridge, deployer }: Pick<BridgedFixture, "token" | "bridge" | "deployer">,
  account: AddressLike,
  lock: Lock,
): Promise<void> {
  await writeLock(bridge, account, lock);
  const supply = (await readSlot(bridge, legacySlots.supply)) + lock.amount;
  await setStorageAt(await bridge.getAddress(), legacySlots.supply, toBeHex(supply, 32));
  await token.connect(deployer).transfer(bridge, lock.transferredAmount);
}
