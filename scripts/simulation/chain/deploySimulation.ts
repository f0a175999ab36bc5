import type { HardhatRuntimeEnvironment } from "hardhat/types";
import type { Interface } from "ethers";
import {
  NodeIdentities__factory,
  NodeRegistry__factory,
  NodeRewards__factory,
  PerformanceOracle__factory,
  RewardDistributor__factory,
  StakeWeight__factory,
  WalletRewards__factory,
  WCT__factory,
} from "../../../typechain-types";

/** A deployed contract: where it is and what it understands. */
export interface Deployed {
  address: string;
  interface: Interface;
}

const interfaces = {
  WCT: WCT__factory,
  StakeWeight: StakeWeight__factory,
  RewardDistributor: RewardDistributor__factory,
  NodeIdentities: NodeIdentities__factory,
  NodeRegistry: NodeRegistry__factory,
  NodeRewards: NodeRewards__factory,
  PerformanceOracle: PerformanceOracle__factory,
  WalletRewards: WalletRewards__factory,
};

/** All contracts that the simulation calls, by name. */
export type SimulationContracts = Record<keyof typeof interfaces, Deployed>;

/** Deploys everything with the deploy scripts, as to any other chain, to the one that `hre` is connected to. */
export async function deploySimulation(hre: HardhatRuntimeEnvironment): Promise<SimulationContracts> {
  const records = await hre.deployments.run(undefined, {
    resetMemory: true,
    deletePreviousDeployments: false,
    writeDeploymentsToFiles: false,
  });
  const deployed = Object.entries(interfaces).map(([name, factory]) => [
    name,
    { address: records[name]!.address, interface: factory.createInterface() },
  ]);
  return Object.fromEntries(deployed) as SimulationContracts;
}
