import { setStorageAt } from "@nomicfoundation/hardhat-network-helpers";
import { MaxUint256, toBeHex } from "ethers";
import { ethers } from "hardhat";
import { migrate, type MigrationOptions } from "../../scripts/migration/migrate";
import { LegacyPermanentStakeWeight__factory, LegacyStakeWeightBridge__factory } from "../../typechain-types";
import { WCT } from "./amounts";
import { deployed } from "./deployed";
import { impersonated } from "./impersonated";
import { deployLegacy, type LegacyGeneration, legacySlots } from "./legacy";
import { mappingSlot } from "./storage";
import { DAY, nextAt, now, warpTo, WEEK, weekStartOf } from "./time";

/** How many owners of each fixture have a plain lock. */
export const PLAIN_LOCKS = 200;

/** How the other owners' locks are. */
export const oddities = [
  "dust",
  "unbacked",
  "partly backed",
  "with a position",
  "waiting with an ended lock",
  "not on a Thursday",
  "too late",
] as const;

/** StakeWeight, and the legacy contract of a generation without any locks. */
async function bothSystems(generation: LegacyGeneration) {
  const contracts = await deployed();
  const { token, admin, deployer } = contracts;
  const legacy = await deployLegacy({ token, generation, admin });
  const proxy = legacy.addresses.stakeWeight;
  const addresses = { legacy: proxy, stakeWeight: await contracts.stakeWeight.getAddress() };
  const bridge = LegacyStakeWeightBridge__factory.connect(proxy, deployer);

  /** What governance does: upgrade to the bridge. */
  const upgrade = async () => {
    const implementation = await ethers.deployContract("LegacyStakeWeightBridge", [addresses.stakeWeight]);
    await legacy.proxyAdmin.upgradeAndCall(proxy, implementation, "0x");
  };
  /** And let the bridge open positions. */
  const grant = async () => {
    await contracts.stakeWeight.connect(admin).grantRole(await contracts.stakeWeight.MIGRATOR_ROLE(), proxy);
  };
  /** Runs the migration as the deployer, in batches of 50, unless told otherwise. */
  const run = (overrides: Partial<MigrationOptions> = {}) =>
    migrate({ provider: ethers.provider, signer: deployer, addresses, fromBlock: 0, batchSize: 50, ...overrides });
  const dryRun = (overrides: Partial<MigrationOptions> = {}) => run({ ...overrides, signer: undefined });
  return { ...contracts, legacy, addresses, bridge, upgrade, grant, run, dryRun };
}

export type MigratingFixture = Awaited<ReturnType<typeof withLocks>>;

/** {@link bothSystems} with more than 200 locks of every kind, of which a quarter has ended. */
async function withLocks(generation: LegacyGeneration) {
  const fixture = await bothSystems(generation);
  const { token, legacy, deployer, stakeWeight, addresses } = fixture;
  const old = LegacyPermanentStakeWeight__factory.connect(addresses.legacy, deployer);
  /** Thursday, 00:00 UTC, of the next week. */
  const thursday = weekStartOf(await now()) + 2n * WEEK;
  await nextAt(thursday - 3n * DAY);
  await token.connect(deployer).approve(old, MaxUint256);

  const owner = async (index: number, amount: bigint) => {
    const account = await impersonated(index);
    await token.connect(deployer).transfer(account, amount);
    await token.connect(account).approve(old, amount);
    return account;
  };
  for (let index = 0; index < PLAIN_LOCKS; index++) {
    const amount = BigInt(index + 1) * 10n ** 17n + BigInt(index);
    const account = await owner(index, amount);
    const end = thursday + BigInt(index % 8) * 3n * WEEK;
    if (generation === 2 && index % 4 === 3) {
      await old.connect(account).createPermanentLock(amount, [4n, 52n, 104n][index % 3]!);
    } else {
      await old.connect(account).createLock(amount, end);
    }
  }
  const odd = Object.fromEntries(
    await Promise.all(oddities.map(async (name, index) => [name, await impersonated(1_000 + index)] as const)),
  ) as Record<(typeof oddities)[number], Awaited<ReturnType<typeof impersonated>>>;
  const end = thursday + 30n * WEEK;
  for (const [index, name] of oddities.entries()) {
    const amount = name === "dust" ? 1n : 100n * WCT;
    if (name === "unbacked") {
      await old.createLockUntransferred(odd[name], amount, end);
      continue;
    }
    await owner(1_000 + index, amount);
    await old.connect(odd[name]).createLock(amount, name === "waiting with an ended lock" ? thursday : end);
  }
  await old.increaseLockAmountUntransferred(odd["partly backed"], 50n * WCT);
  const lockOf = (account: string) => mappingSlot(account, legacySlots.locks);
  await setStorageAt(addresses.legacy, toBeHex(lockOf(odd["not on a Thursday"].address) + 1n, 32), end + 1n);
  await setStorageAt(addresses.legacy, toBeHex(lockOf(odd["too late"].address) + 1n, 32), thursday + 300n * WEEK);
  for (const name of ["with a position", "waiting with an ended lock"] as const) {
    await token.connect(deployer).transfer(odd[name], 10n * WCT);
    await token.connect(odd[name]).approve(stakeWeight, MaxUint256);
    await stakeWeight.connect(odd[name]).stake(10n * WCT, 104n);
  }
  // Somebody sent tokens without locking them.
  await token.connect(deployer).transfer(old, 7n * WCT);
  // The locks that end on the following Thursday have three days left.
  await warpTo(thursday + 4n * DAY + 5n * WEEK);
  return { ...fixture, old, odd, thursday, proxyAdmin: legacy.proxyAdmin };
}

/** {@link withLocks}, before anything was done. */
export function firstGenerationLocks() {
  return withLocks(1);
}

/** {@link withLocks} with perpetual locks among them, before anything was done. */
export function laterGenerationLocks() {
  return withLocks(2);
}

/** {@link laterGenerationLocks}, ready to migrate. */
export async function readyToMigrate() {
  const fixture = await laterGenerationLocks();
  await fixture.upgrade();
  await fixture.grant();
  return fixture;
}

/** Both systems without a single lock, ready to migrate. */
export async function withoutLocks() {
  const fixture = await bothSystems(1);
  await fixture.upgrade();
  await fixture.grant();
  return fixture;
}
