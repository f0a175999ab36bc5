import type { DeployFunction } from "hardhat-deploy/types";
import { DeploymentError } from "../scripts/deployment/DeploymentError";
import { handOver } from "../scripts/deployment/handOver";
import { readParameters } from "../scripts/deployment/parameters";
import { checkRoles } from "../scripts/roles/checkRoles";
import { readDocumentedRights } from "../scripts/roles/documentedRights";

/** The end of every deployment: the timelock has all rights, the deployer none, and that is read back from the chain. */
const deployHandover: DeployFunction = async (hre) => {
  const { deployments, ethers, network } = hre;
  const parameters = readParameters(network.name);
  await handOver(hre, parameters);
  const { findings } = await checkRoles({
    records: await deployments.all(),
    provider: ethers.provider,
    network: network.name,
    parameters,
    documented: readDocumentedRights(),
  });
  if (findings.length !== 0) throw new DeploymentError(findings.join("; "));
};

deployHandover.tags = ["handover"];
deployHandover.dependencies = ["rewards", "governance", "migration", "nodes", "wallets"];
deployHandover.runAtTheEnd = true;
export default deployHandover;
