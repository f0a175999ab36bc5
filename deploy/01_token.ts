import { parseEther } from "ethers";
import type { DeployFunction } from "hardhat-deploy/types";
import { assertToken } from "../scripts/deployment/assertToken";
import { readParameters } from "../scripts/deployment/parameters";

const LOCAL_SUPPLY = parseEther("1000000000");

/** WCT: the existing token where the parameters name one, else, on local chains, a new one held by the deployer. */
const deployToken: DeployFunction = async ({ deployments, ethers, getNamedAccounts, network }) => {
  const { token } = readParameters(network.name);
  const { deployer } = await getNamedAccounts();
  if (token === null) {
    await deployments.deploy("WCT", { from: deployer!, args: [deployer, LOCAL_SUPPLY] });
    return;
  }
  await assertToken(token, ethers.provider);
  await deployments.save("WCT", { address: token, abi: (await deployments.getArtifact("IERC20Metadata")).abi });
};

deployToken.tags = ["token"];
export default deployToken;
