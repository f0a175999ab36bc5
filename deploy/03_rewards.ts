import type { DeployFunction } from "hardhat-deploy/types";
import { deployProxied } from "../scripts/deployment/deployProxied";
import { StakeWeight__factory } from "../typechain-types";

/** RewardDistributor over StakeWeight, and its right to add claimed rewards to positions. */
const deployRewards: DeployFunction = async (hre) => {
  const { deployments, ethers, getNamedAccounts } = hre;
  const { deployer } = await getNamedAccounts();
  const stakeWeightAddress = (await deployments.get("StakeWeight")).address;
  await deployProxied({
    hre,
    name: "RewardDistributor",
    constructorArgs: [stakeWeightAddress],
    initializeArgs: [deployer],
  });

  const stakeWeight = StakeWeight__factory.connect(stakeWeightAddress, await ethers.getSigner(deployer!));
  const role = await stakeWeight.DISTRIBUTOR_ROLE();
  const distributor = (await deployments.get("RewardDistributor")).address;
  if (!(await stakeWeight.hasRole(role, distributor))) await (await stakeWeight.grantRole(role, distributor)).wait();
};

deployRewards.tags = ["rewards"];
deployRewards.dependencies = ["staking"];
export default deployRewards;
