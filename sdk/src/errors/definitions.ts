import type { ContractDefinition } from "../contract/ContractDefinition.js";
import type { ContractName } from "../deployments/Deployment.js";
import { legacyStakeWeightBridge } from "../generated/actions/legacyStakeWeightBridge/contract.js";
import { nodeIdentities } from "../generated/actions/nodeIdentities/contract.js";
import { nodeRegistry } from "../generated/actions/nodeRegistry/contract.js";
import { nodeRewards } from "../generated/actions/nodeRewards/contract.js";
import { performanceOracle } from "../generated/actions/performanceOracle/contract.js";
import { rewardDistributor } from "../generated/actions/rewardDistributor/contract.js";
import { stakeWeight } from "../generated/actions/stakeWeight/contract.js";
import { timelock } from "../generated/actions/timelock/contract.js";
import { walletRewards } from "../generated/actions/walletRewards/contract.js";
import { wct } from "../generated/actions/wct/contract.js";
import { wctGovernor } from "../generated/actions/wctGovernor/contract.js";

/** All contracts; an error that several have is looked for in this order. */
export const definitions: Readonly<Record<ContractName, ContractDefinition>> = {
  WCT: wct,
  StakeWeight: stakeWeight,
  RewardDistributor: rewardDistributor,
  Timelock: timelock,
  WCTGovernor: wctGovernor,
  NodeIdentities: nodeIdentities,
  NodeRegistry: nodeRegistry,
  NodeRewards: nodeRewards,
  PerformanceOracle: performanceOracle,
  WalletRewards: walletRewards,
  LegacyStakeWeightBridge: legacyStakeWeightBridge,
};
