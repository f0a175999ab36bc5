import type { ContractName } from "../deployments/Deployment.js";

/** Which contracts each one calls, directly or not, and so whose errors it may hand on; the nearest first. */
const callees: { readonly [C in ContractName]: readonly ContractName[] } = {
  WCT: [],
  StakeWeight: ["WCT"],
  RewardDistributor: ["StakeWeight", "WCT"],
  // These two call whatever was proposed.
  Timelock: [],
  WCTGovernor: ["Timelock"],
  NodeIdentities: [],
  NodeRegistry: ["NodeIdentities", "StakeWeight"],
  NodeRewards: ["RewardDistributor", "StakeWeight", "WCT"],
  PerformanceOracle: ["NodeRegistry", "NodeRewards", "NodeIdentities", "StakeWeight"],
  WalletRewards: ["PerformanceOracle", "WCT"],
  LegacyStakeWeightBridge: ["StakeWeight", "WCT"],
};

/** The contracts whose errors a call of this one is known to end in: itself, and those that it calls. */
export function reachableFrom(called: ContractName | undefined): readonly ContractName[] {
  return called === undefined ? [] : [called, ...callees[called]];
}
