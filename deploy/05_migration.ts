import type { DeployFunction } from "hardhat-deploy/types";
import { deployBridge } from "../scripts/deployment/deployBridge";
import { readParameters } from "../scripts/deployment/parameters";

/** The bridge behind the proxy of the legacy StakeWeight, where the parameters, or on a local chain the records, name one. */
const deployMigration: DeployFunction = async (hre) => {
  const recorded = await hre.deployments.getOrNull("LegacyStakeWeight");
  const legacy = readParameters(hre.network.name).legacyStakeWeight ?? recorded?.address;
  if (legacy !== undefined) await deployBridge(hre, legacy);
};

deployMigration.tags = ["migration"];
deployMigration.dependencies = ["governance"];
export default deployMigration;
