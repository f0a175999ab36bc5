import type { DeployFunction } from "hardhat-deploy/types";
import { constructorArguments } from "../scripts/deployment/constructorArguments";
import { deployProxied } from "../scripts/deployment/deployProxied";

/** WalletRewards, whose counts the committee of the PerformanceOracle signs. */
const deployWallets: DeployFunction = async (hre) => {
  await deployProxied({
    hre,
    name: "WalletRewards",
    constructorArgs: await constructorArguments(hre, "WalletRewards"),
  });
};

deployWallets.tags = ["wallets"];
deployWallets.dependencies = ["nodes"];
export default deployWallets;
