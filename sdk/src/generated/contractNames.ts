// Generated from the contracts by `npm run build`. Never edited.
/** The contracts that actions call, in the order of their deployment. */
export const contractNames = [
  "WCT",
  "StakeWeight",
  "RewardDistributor",
  "Timelock",
  "WCTGovernor",
  "NodeIdentities",
  "NodeRegistry",
  "NodeRewards",
  "PerformanceOracle",
  "WalletRewards",
  "LegacyStakeWeightBridge",
] as const;
