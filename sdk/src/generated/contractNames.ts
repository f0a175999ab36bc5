// Generated from the contracts by `npm run build`. Never edited.
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
