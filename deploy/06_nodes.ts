import type { DeployFunction } from "hardhat-deploy/types";
import { constructorArguments } from "../scripts/deployment/constructorArguments";
import { deployProxied } from "../scripts/deployment/deployProxied";
import { initialConfiguration } from "../scripts/deployment/initialConfiguration";
import { readParameters } from "../scripts/deployment/parameters";

/** NodeIdentities, NodeRegistry, NodeRewards and PerformanceOracle; the handover gives them their rights in each other. */
const deployNodes: DeployFunction = async (hre) => {
  const { measurement } = readParameters(hre.network.name);
  const settings: Record<string, unknown[]> = { PerformanceOracle: [initialConfiguration(measurement)] };
  for (const name of ["NodeIdentities", "NodeRegistry", "NodeRewards", "PerformanceOracle"]) {
    await deployProxied({
      hre,
      name,
      constructorArgs: await constructorArguments(hre, name),
      settings: settings[name],
    });
  }
};

deployNodes.tags = ["nodes"];
deployNodes.dependencies = ["rewards"];
export default deployNodes;
