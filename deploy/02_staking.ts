import type { DeployFunction } from "hardhat-deploy/types";
import { constructorArguments } from "../scripts/deployment/constructorArguments";
import { deployProxied } from "../scripts/deployment/deployProxied";

/** StakeWeight over the token. */
const deployStaking: DeployFunction = async (hre) => {
  await deployProxied({
    hre,
    name: "StakeWeight",
    constructorArgs: await constructorArguments(hre, "StakeWeight"),
  });
};

deployStaking.tags = ["staking"];
deployStaking.dependencies = ["token"];
export default deployStaking;
