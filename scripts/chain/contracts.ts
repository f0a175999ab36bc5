import type {
  NodeIdentities,
  NodeRegistry,
  NodeRewards,
  PerformanceOracle,
  RewardDistributor,
  StakeWeight,
  WCT,
} from "../../typechain-types";

/** The deployed contracts, bound to the chain that they are on. */
export interface Contracts {
  token: WCT;
  stakeWeight: StakeWeight;
  distributor: RewardDistributor;
}

/** Those of the nodes. */
export interface NodeContracts {
  registry: NodeRegistry;
  identities: NodeIdentities;
  oracle: PerformanceOracle;
  rewards: NodeRewards;
}
