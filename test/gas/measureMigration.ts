import { time } from "@nomicfoundation/hardhat-network-helpers";
import { ethers } from "hardhat";
import { MaxUint256, parseEther } from "ethers";
import { LegacyStakeWeightBridge__factory } from "../../typechain-types";
import { impersonated } from "../support/impersonated";
import { deployLegacy } from "../support/legacy";
import type { Costs } from "./measureCosts";
import { DAY, gasOf, network, week } from "./network";

const BATCH = 100;
const BATCHES = 3;

/**
 * Measures the arrival of legacy locks among `others` other positions: batches of 100 in the order of their ends, which are
 * spread over 104 weeks, as the migration script plans them.
 */
export async function measureMigration(others: number): Promise<Costs> {
  const { token, stakeWeight, deployer, admin } = await network(others);
  const legacy = await deployLegacy({ token, generation: 1, admin: deployer });
  const proxy = legacy.addresses.stakeWeight;
  const owners: string[] = [];
  for (let i = 0; i < BATCH * BATCHES; ++i) {
    const owner = await impersonated(100_000 + i);
    owners.push(owner.address);
    await token.transfer(owner, parseEther("1000"));
    await token.connect(owner).approve(proxy, MaxUint256);
    const endWeek = 5 + Math.floor((i * 100) / (BATCH * BATCHES));
    await legacy.stakeWeight.connect(owner).createLock(parseEther("1000") - BigInt(i), week(endWeek));
  }
  await time.setNextBlockTimestamp(week(1) + DAY);
  const bridge = await ethers.deployContract("LegacyStakeWeightBridge", [await stakeWeight.getAddress()]);
  await stakeWeight.connect(admin).grantRole(await stakeWeight.MIGRATOR_ROLE(), proxy);
  await legacy.proxyAdmin.upgradeAndCall(proxy, bridge, "0x");
  const migrator = LegacyStakeWeightBridge__factory.connect(proxy, deployer);
  let gas = 0;
  for (let batch = 0; batch < BATCHES; ++batch) {
    await time.setNextBlockTimestamp(week(1) + (2 + batch) * DAY);
    gas += await gasOf(migrator.migrate(owners.slice(batch * BATCH, (batch + 1) * BATCH)));
  }
  return { [`migrate, per lock in batches of ${BATCH}`]: Math.round(gas / owners.length) };
}
