// Generated from the contracts by `npm run build`. Never edited.
export { wctAbi } from "./WCT.js";
export { stakeWeightAbi } from "./StakeWeight.js";
export { rewardDistributorAbi } from "./RewardDistributor.js";
export { timelockAbi } from "./Timelock.js";
export { wctGovernorAbi } from "./WCTGovernor.js";
export { nodeIdentitiesAbi } from "./NodeIdentities.js";
export { nodeRegistryAbi } from "./NodeRegistry.js";
export { nodeRewardsAbi } from "./NodeRewards.js";
export { performanceOracleAbi } from "./PerformanceOracle.js";
export { walletRewardsAbi } from "./WalletRewards.js";
export { legacyStakeWeightBridgeAbi } from "./LegacyStakeWeightBridge.js";
