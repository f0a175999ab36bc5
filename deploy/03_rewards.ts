import type { DeployFunction } from "hardhat-deploy/types";
import { constructorArguments } from "../scripts/deployment/constructorArguments";
import { deployProxied } from "../scripts/deployment/deployProxied";

/** RewardDistributor over StakeWeight; the handover gives it its right to add claimed rewards to positions. */
const deployRewards: DeployFunction = async (hre) => {
  await deployProxied({
    hre,
    name: "RewardDistributor",
    constructorArgs: await constructorArguments(hre, "RewardDistributor"),
  });
};

deployRewards.tags = ["rewards"];
deployRewards.dependencies = ["staking"];
export default deployRewards;
