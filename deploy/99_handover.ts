import type { DeployFunction } from "hardhat-deploy/types";
import { assertHandedOver, handOver } from "../scripts/deployment/handOver";
import { readParameters } from "../scripts/deployment/parameters";

/** The end of every deployment: the deployer keeps nothing, and that is read back from the chain. */
const deployHandover: DeployFunction = async (hre) => {
  const parameters = readParameters(hre.network.name);
  await handOver(hre, parameters);
  await assertHandedOver(hre, parameters);
};

deployHandover.tags = ["handover"];
deployHandover.dependencies = ["rewards"];
deployHandover.runAtTheEnd = true;
export default deployHandover;
