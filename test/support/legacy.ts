import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/signers";
import { getAddress, id } from "ethers";
import { ethers, upgrades } from "hardhat";
import {
  type LegacyPermanentStakeWeight,
  LegacyPermanentStakeWeight__factory,
  type LegacyStakeWeight,
  LegacyStakeWeight__factory,
  ProxyAdmin__factory,
  type WCT,
} from "../../typechain-types";

/** 1: decaying locks only; 2: perpetual ones too. */
export type LegacyGeneration = 1 | 2;

export type LegacyStakeWeightOf<Generation extends LegacyGeneration> = Generation extends 2
  ? LegacyPermanentStakeWeight
  : LegacyStakeWeight;

const stakeWeightNames = { 1: "LegacyStakeWeight", 2: "LegacyPermanentStakeWeight" } as const;

/** The time, in seconds, that a legacy lock would need for a weight of its whole amount. */
export const LEGACY_MAX_LOCK_CAP = 209n * 604_800n - 1n;

const firstSlot = BigInt(id("com.walletconnect.stakeweight.storage"));

/** Where the fields of the legacy StakeWeight's storage begin. */
export const legacySlots = {
  config: firstSlot,
  supply: firstSlot + 1n,
  maxLock: firstSlot + 2n,
  locks: firstSlot + 3n,
  epoch: firstSlot + 4n,
  pointHistory: firstSlot + 5n,
  userPointHistory: firstSlot + 6n,
  userPointEpoch: firstSlot + 7n,
  slopeChanges: firstSlot + 8n,
  isPermanent: firstSlot + 9n,
  permanentBaseWeeks: firstSlot + 10n,
  permanentStakeWeight: firstSlot + 11n,
  permanentTotalSupply: firstSlot + 12n,
  globalPermanentSupplyAtEpoch: firstSlot + 13n,
  userPermanentWeightAtEpoch: firstSlot + 14n,
} as const;

/** The legacy contracts of one generation: StakeWeight behind a proxy whose admin belongs to `admin`, and its distributor. */
export async function deployLegacy<Generation extends LegacyGeneration>(options: {
  token: WCT;
  generation: Generation;
  admin: HardhatEthersSigner;
}) {
  const { token, generation, admin } = options;
  const config = await ethers.deployContract("LegacyConfig", [await token.getAddress()]);
  const implementation = await ethers.deployContract(stakeWeightNames[generation]);
  const proxy = await ethers.deployContract("TransparentUpgradeableProxy", [
    await implementation.getAddress(),
    admin.address,
    LegacyStakeWeight__factory.createInterface().encodeFunctionData("initialize", [await config.getAddress()]),
  ]);
  const address = await proxy.getAddress();
  const proxyAdminAddress = getAddress(await upgrades.erc1967.getAdminAddress(address));
  const distributor = await ethers.deployContract("LegacyRewardDistributor", [
    address,
    await token.getAddress(),
    generation === 2,
  ]);
  const runner = proxy.runner;
  const stakeWeight =
    generation === 2
      ? LegacyPermanentStakeWeight__factory.connect(address, runner)
      : LegacyStakeWeight__factory.connect(address, runner);
  return {
    token,
    config,
    implementation,
    stakeWeight: stakeWeight as LegacyStakeWeightOf<Generation>,
    proxyAdmin: ProxyAdmin__factory.connect(proxyAdminAddress, admin),
    distributor,
    addresses: {
      config: await config.getAddress(),
      implementation: await implementation.getAddress(),
      stakeWeight: address,
      proxyAdmin: proxyAdminAddress,
      distributor: await distributor.getAddress(),
    },
  };
}
