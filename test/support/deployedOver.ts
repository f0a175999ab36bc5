import type { BaseContract } from "ethers";
import hre, { deployments, ethers } from "hardhat";
import deployStaking from "../../deploy/02_staking";
import deployRewards from "../../deploy/03_rewards";
import deployGovernance from "../../deploy/04_governance";
import deployNodes from "../../deploy/06_nodes";
import deployWallets from "../../deploy/07_wallets";
import deployHandover from "../../deploy/99_handover";
import { NodeRewards__factory, RewardDistributor__factory, StakeWeight__factory } from "../../typechain-types";
import { administrator } from "./deployed";

/** All contracts as the deploy scripts leave them, over a token other than WCT. */
export async function deployedOver(token: BaseContract) {
  for (const name of Object.keys(await deployments.all())) await deployments.delete(name);
  await deployments.save("WCT", { address: await token.getAddress(), abi: [] });
  await deployStaking(hre);
  await deployRewards(hre);
  await deployGovernance(hre);
  await deployNodes(hre);
  await deployWallets(hre);
  await deployHandover(hre);
  const [deployer, pauser, , alice, bob, funder] = await ethers.getSigners();
  return {
    stakeWeight: StakeWeight__factory.connect((await deployments.get("StakeWeight")).address, deployer),
    distributor: RewardDistributor__factory.connect((await deployments.get("RewardDistributor")).address, deployer),
    nodeRewards: NodeRewards__factory.connect((await deployments.get("NodeRewards")).address, deployer),
    deployer: deployer!,
    admin: await administrator(),
    pauser: pauser!,
    alice: alice!,
    bob: bob!,
    funder: funder!,
  };
}
