import { legacyStakeWeightBridgeAbi } from "../generated/abi/LegacyStakeWeightBridge.js";
import { nodeIdentitiesAbi } from "../generated/abi/NodeIdentities.js";
import { nodeRegistryAbi } from "../generated/abi/NodeRegistry.js";
import { nodeRewardsAbi } from "../generated/abi/NodeRewards.js";
import { performanceOracleAbi } from "../generated/abi/PerformanceOracle.js";
import { rewardDistributorAbi } from "../generated/abi/RewardDistributor.js";
import { stakeWeightAbi } from "../generated/abi/StakeWeight.js";
import { timelockAbi } from "../generated/abi/Timelock.js";
import { walletRewardsAbi } from "../generated/abi/WalletRewards.js";
import { wctAbi } from "../generated/abi/WCT.js";
import { wctGovernorAbi } from "../generated/abi/WCTGovernor.js";
import { lockStatusNames } from "../generated/actions/legacyStakeWeightBridge/types.js";
import { phaseNames, reasonNames, statusNames } from "../generated/actions/nodeRegistry/types.js";
import { offenceNames } from "../generated/actions/nodeRewards/types.js";

/** What events are decoded by: each contract's ABI, and the enumerations that its events name. */
export const definitions = {
  WCT: { name: "WCT", abi: wctAbi, enums: {} },
  StakeWeight: { name: "StakeWeight", abi: stakeWeightAbi, enums: {} },
  RewardDistributor: { name: "RewardDistributor", abi: rewardDistributorAbi, enums: {} },
  Timelock: { name: "Timelock", abi: timelockAbi, enums: {} },
  WCTGovernor: { name: "WCTGovernor", abi: wctGovernorAbi, enums: {} },
  NodeIdentities: { name: "NodeIdentities", abi: nodeIdentitiesAbi, enums: {} },
  NodeRegistry: {
    name: "NodeRegistry",
    abi: nodeRegistryAbi,
    enums: {
      "enum INodeRegistry.Phase": phaseNames,
      "enum INodeRegistry.Reason": reasonNames,
      "enum INodeRegistry.Status": statusNames,
    },
  },
  NodeRewards: { name: "NodeRewards", abi: nodeRewardsAbi, enums: { "enum INodeRewards.Offence": offenceNames } },
  PerformanceOracle: {
    name: "PerformanceOracle",
    abi: performanceOracleAbi,
    enums: { "enum INodeRegistry.Phase": phaseNames },
  },
  WalletRewards: { name: "WalletRewards", abi: walletRewardsAbi, enums: {} },
  LegacyStakeWeightBridge: {
    name: "LegacyStakeWeightBridge",
    abi: legacyStakeWeightBridgeAbi,
    enums: { "enum ILegacyStakeWeightBridge.LockStatus": lockStatusNames },
  },
} as const;
