import type { DeployFunction } from "hardhat-deploy/types";
import { constructorArguments } from "../scripts/deployment/constructorArguments";
import { deployProxied } from "../scripts/deployment/deployProxied";

/** StakeWeight over the token. */
const deployStaking: DeployFunction = async (hre) => {
  const { deployer } = await hre.getNamedAccounts();
  await deployProxied({
    hre,
    name: "StakeWeight",
    constructorArgs: await constructorArguments(hre, "StakeWeight"),
    initializeArgs: [deployer],
  });
};

deployStaking.tags = ["staking"];
deployStaking.dependencies = ["token"];
export default deployStaking;
