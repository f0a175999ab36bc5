import type { RewardDistributor, StakeWeight, WCT } from "../../typechain-types";

/** The deployed contracts, bound to the chain that they are on. */
export interface Contracts {
  token: WCT;
  stakeWeight: StakeWeight;
  distributor: RewardDistributor;
}
