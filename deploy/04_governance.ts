import { ZeroAddress } from "ethers";
import type { DeployFunction } from "hardhat-deploy/types";
import { deployOnce } from "../scripts/deployment/deployOnce";
import { readParameters } from "../scripts/deployment/parameters";
import { setUpTimelock } from "../scripts/deployment/setUpTimelock";

/** The timelock that will own everything, and the governor that alone proposes to it; anyone executes. */
const deployGovernance: DeployFunction = async (hre) => {
  const { governance } = readParameters(hre.network.name);
  const { deployer } = await hre.getNamedAccounts();
  const timelock = await deployOnce({
    hre,
    name: "Timelock",
    contract: "TimelockController",
    // The governor, which needs the timelock's address, becomes proposer below.
    args: [governance.timelockDelay, [], [ZeroAddress]],
    setUpArgs: [deployer],
  });
  await deployOnce({
    hre,
    name: "WCTGovernor",
    contract: "WCTGovernor",
    args: [
      (await hre.deployments.get("StakeWeight")).address,
      timelock,
      governance.votingDelay,
      governance.votingPeriod,
      governance.proposalThreshold.toString(),
      governance.quorumPercent,
    ],
  });
  await setUpTimelock(hre);
};

deployGovernance.tags = ["governance"];
deployGovernance.dependencies = ["staking"];
export default deployGovernance;
