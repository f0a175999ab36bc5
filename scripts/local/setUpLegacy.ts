import { HDNodeWallet, parseEther } from "ethers";
import type { HardhatRuntimeEnvironment } from "hardhat/types";
import {
  LegacyConfig__factory,
  LegacyPermanentStakeWeight__factory,
  LegacyRewardDistributor__factory,
  TransparentUpgradeableProxy__factory,
  WCT__factory,
} from "../../typechain-types";

const WEEK = 604_800;

/** How many locks stand in the legacy system of a local chain. */
export const LEGACY_LOCKS = 24;

/** An estimate made within the second of another change is too low for the next one. */
const overrides = { gasLimit: 3_000_000n };

const lockWeeks = [4, 8, 12, 26, 52, 78, 104];

/**
 * Puts a legacy StakeWeight of the later generation on a local chain, with locks and rewards, so that there is something to
 * migrate: ends from 4 to 104 weeks ahead, every sixth lock perpetual, the last one never backed by tokens. The proxy belongs
 * to the deployer and is recorded as `LegacyStakeWeight`, its distributor as `LegacyRewardDistributor`.
 */
export async function setUpLegacy(options: { hre: HardhatRuntimeEnvironment; owners: HDNodeWallet[] }): Promise<void> {
  const { hre, owners } = options;
  const { deployments, ethers } = hre;
  const [deployer] = await ethers.getSigners();
  const token = WCT__factory.connect((await deployments.get("WCT")).address, deployer);
  const config = await new LegacyConfig__factory(deployer).deploy(token);
  const implementation = await new LegacyPermanentStakeWeight__factory(deployer).deploy();
  const proxy = await new TransparentUpgradeableProxy__factory(deployer).deploy(
    implementation,
    deployer!,
    implementation.interface.encodeFunctionData("initialize", [await config.getAddress()]),
  );
  const legacy = LegacyPermanentStakeWeight__factory.connect(await proxy.getAddress(), deployer);
  const distributor = await new LegacyRewardDistributor__factory(deployer).deploy(legacy, token, true);
  await deployments.save("LegacyStakeWeight", {
    address: await legacy.getAddress(),
    abi: [...LegacyPermanentStakeWeight__factory.abi],
  });
  await deployments.save("LegacyRewardDistributor", {
    address: await distributor.getAddress(),
    abi: [...LegacyRewardDistributor__factory.abi],
  });

  const { timestamp } = (await ethers.provider.getBlock("latest"))!;
  for (const [index, owner] of owners.entries()) {
    const amount = parseEther(String(1_000 * (index + 1)));
    const weeks = lockWeeks[index % lockWeeks.length]!;
    if (index === owners.length - 1) {
      await legacy.createLockUntransferred(owner, amount, timestamp + weeks * WEEK);
      continue;
    }
    await ethers.provider.send("hardhat_setBalance", [owner.address, `0x${parseEther("10").toString(16)}`]);
    await token.transfer(owner, amount);
    const signer = owner.connect(ethers.provider);
    await (await token.connect(signer).approve(legacy, amount, overrides)).wait();
    const lock = await (index % 6 === 5
      ? legacy.connect(signer).createPermanentLock(amount, weeks, overrides)
      : legacy.connect(signer).createLock(amount, timestamp + weeks * WEEK, overrides));
    await lock.wait();
  }
  const reward = parseEther("1000");
  const firstWeek = timestamp - (timestamp % WEEK) + WEEK;
  await token.approve(distributor, 10n * reward);
  for (let week = 0; week < 10; ++week) await distributor.injectReward(firstWeek + week * WEEK, reward);
}
