import { deployments, ethers } from "hardhat";
import { RewardDistributor__factory, StakeWeight__factory, WCT__factory } from "../../typechain-types";

/** All contracts as the deploy scripts leave them, the signers, and the holders of the roles. */
export async function deployed() {
  await deployments.run(undefined, {
    resetMemory: true,
    deletePreviousDeployments: false,
    writeDeploymentsToFiles: false,
  });
  const [deployer, admin, pauser, ...accounts] = await ethers.getSigners();
  const addressOf = async (name: string) => (await deployments.get(name)).address;
  return {
    token: WCT__factory.connect(await addressOf("WCT"), deployer),
    stakeWeight: StakeWeight__factory.connect(await addressOf("StakeWeight"), deployer),
    distributor: RewardDistributor__factory.connect(await addressOf("RewardDistributor"), deployer),
    deployer: deployer!,
    admin: admin!,
    pauser: pauser!,
    accounts,
  };
}
