import type { DeployFunction } from "hardhat-deploy/types";
import { constructorArguments } from "../scripts/deployment/constructorArguments";
import { deployProxied } from "../scripts/deployment/deployProxied";

/** WalletRewards, whose counts the committee of the PerformanceOracle signs. */
const deployWallets: DeployFunction = async (hre) => {
  const { deployer } = await hre.getNamedAccounts();
  await deployProxied({
    hre,
    name: "WalletRewards",
    constructorArgs: await constructorArguments(hre, "WalletRewards"),
    initializeArgs: [deployer],
  });
};

deployWallets.tags = ["wallets"];
deployWallets.dependencies = ["nodes"];
export default deployWallets;
