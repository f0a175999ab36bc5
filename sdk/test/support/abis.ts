import * as exported from "../../src/abi.js";
import type { AbiEntry } from "../../src/contract/ContractDefinition.js";

/** Every contract's ABI, by the contract's name. */
export const abis: Record<string, readonly AbiEntry[]> = {
  WCT: exported.wctAbi,
  StakeWeight: exported.stakeWeightAbi,
  RewardDistributor: exported.rewardDistributorAbi,
  Timelock: exported.timelockAbi,
  WCTGovernor: exported.wctGovernorAbi,
  NodeIdentities: exported.nodeIdentitiesAbi,
  NodeRegistry: exported.nodeRegistryAbi,
  NodeRewards: exported.nodeRewardsAbi,
  PerformanceOracle: exported.performanceOracleAbi,
  WalletRewards: exported.walletRewardsAbi,
  LegacyStakeWeightBridge: exported.legacyStakeWeightBridgeAbi,
};
