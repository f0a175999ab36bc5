import type { DeployFunction } from "hardhat-deploy/types";
import { deployProxied } from "../scripts/deployment/deployProxied";

/** StakeWeight over the token. */
const deployStaking: DeployFunction = async (hre) => {
  const { deployer } = await hre.getNamedAccounts();
  await deployProxied({
    hre,
    name: "StakeWeight",
    constructorArgs: [(await hre.deployments.get("WCT")).address],
    initializeArgs: [deployer],
  });
};

deployStaking.tags = ["staking"];
deployStaking.dependencies = ["token"];
export default deployStaking;
