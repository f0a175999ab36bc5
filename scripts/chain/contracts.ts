import type {
  NodeIdentities,
  NodeRegistry,
  NodeRewards,
  PerformanceOracle,
  RewardDistributor,
  StakeWeight,
  WalletRewards,
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

/** That of the wallets. */
export interface WalletContracts {
  walletRewards: WalletRewards;
}
