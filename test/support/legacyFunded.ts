import { MaxUint256 } from "ethers";
import { ethers } from "hardhat";
import { WCT } from "./amounts";
import { deployLegacy, type LegacyGeneration } from "./legacy";
import { DAY, HOUR, nextAt, now, WEEK, weekStartOf } from "./time";

/** The legacy contracts since a Monday, 12:00 UTC, with accounts that hold WCT and approved both contracts. */
async function legacyFunded<Generation extends LegacyGeneration>(generation: Generation) {
  const [deployer, admin, alice, bob, carol, funder, stranger] = await ethers.getSigners();
  const token = await ethers.deployContract("WCT", [deployer!.address, 100_000_000n * WCT]);
  /** Thursday, 00:00 UTC, of the next week. */
  const thursday = weekStartOf(await now()) + 2n * WEEK;
  const monday = thursday - 3n * DAY + 12n * HOUR;
  await nextAt(monday);
  const legacy = await deployLegacy({ token, generation, admin: admin! });
  for (const holder of [alice!, bob!, carol!, funder!]) {
    await token.connect(deployer).transfer(holder, 1_000_000n * WCT);
    await token.connect(holder).approve(legacy.stakeWeight, MaxUint256);
    await token.connect(holder).approve(legacy.distributor, MaxUint256);
  }
  return {
    ...legacy,
    deployer: deployer!,
    admin: admin!,
    alice: alice!,
    bob: bob!,
    carol: carol!,
    funder: funder!,
    stranger: stranger!,
    monday,
    thursday,
  };
}

/** {@link legacyFunded} of the generation with decaying locks only. */
export function firstGeneration() {
  return legacyFunded(1);
}

/** {@link legacyFunded} of the generation that has perpetual locks too. */
export function laterGeneration() {
  return legacyFunded(2);
}

/** What both generations have. */
export type LegacyFixture = Awaited<ReturnType<typeof firstGeneration>>;

/** For what both generations must do alike. */
export const legacyGenerations: { name: string; fixture: () => Promise<LegacyFixture> }[] = [
  { name: "first", fixture: firstGeneration },
  { name: "later", fixture: laterGeneration },
];
