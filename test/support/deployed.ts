import { setBalance } from "@nomicfoundation/hardhat-network-helpers";
import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/signers";
import { parseEther } from "ethers";
import { deployments, ethers } from "hardhat";
import {
  RewardDistributor__factory,
  StakeWeight__factory,
  TimelockController__factory,
  WCT__factory,
  WCTGovernor__factory,
} from "../../typechain-types";

/** All contracts as the deploy scripts leave them, the signers, and the holders of the roles. */
export async function deployed() {
  await deployments.run(undefined, {
    resetMemory: true,
    deletePreviousDeployments: false,
    writeDeploymentsToFiles: false,
  });
  // Measured gas depends on addresses, so the accounts begin at the fourth signer whoever holds roles before.
  const [deployer, pauser, , ...accounts] = await ethers.getSigners();
  const addressOf = async (name: string) => (await deployments.get(name)).address;
  return {
    token: WCT__factory.connect(await addressOf("WCT"), deployer),
    stakeWeight: StakeWeight__factory.connect(await addressOf("StakeWeight"), deployer),
    distributor: RewardDistributor__factory.connect(await addressOf("RewardDistributor"), deployer),
    timelock: TimelockController__factory.connect(await addressOf("Timelock"), deployer),
    governor: WCTGovernor__factory.connect(await addressOf("WCTGovernor"), deployer),
    deployer: deployer!,
    admin: await administrator(),
    pauser: pauser!,
    accounts,
  };
}

/** The timelock as a signer: the administrator of everything, without the way through a vote. */
export async function administrator(): Promise<HardhatEthersSigner> {
  const { address } = await deployments.get("Timelock");
  await setBalance(address, parseEther("100"));
  return ethers.getImpersonatedSigner(address);
}
