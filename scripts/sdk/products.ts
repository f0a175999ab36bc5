/** A contract that people call, as the SDK presents it. */
export interface Product {
  name: string;
  /** Where its artifact comes from. */
  source: string;
  /** The artifact's name if it has another. */
  artifact?: string;
  /** The name of the record with its address if it has another. */
  record?: string;
}

/** Every contract that stands behind a recorded address, in the order of deployment. */
export const products: readonly Product[] = [
  { name: "WCT", source: "contracts/token/WCT.sol" },
  { name: "StakeWeight", source: "contracts/staking/StakeWeight.sol" },
  { name: "RewardDistributor", source: "contracts/rewards/RewardDistributor.sol" },
  {
    name: "Timelock",
    source: "@openzeppelin/contracts/governance/TimelockController.sol",
    artifact: "TimelockController",
  },
  { name: "WCTGovernor", source: "contracts/governance/WCTGovernor.sol" },
  { name: "NodeIdentities", source: "contracts/nodes/NodeIdentities.sol" },
  { name: "NodeRegistry", source: "contracts/nodes/NodeRegistry.sol" },
  { name: "NodeRewards", source: "contracts/nodes/NodeRewards.sol" },
  { name: "PerformanceOracle", source: "contracts/nodes/PerformanceOracle.sol" },
  { name: "WalletRewards", source: "contracts/wallets/WalletRewards.sol" },
  {
    name: "LegacyStakeWeightBridge",
    source: "contracts/migration/LegacyStakeWeightBridge.sol",
    // The proxy whose implementation it becomes.
    record: "LegacyStakeWeight",
  },
];

/** "WCTGovernor" as the name of a value: "wctGovernor". */
export function valueName(name: string): string {
  return name.replace(/^[A-Z]+(?=[A-Z][a-z]|$)|^[A-Z]/, (head) => head.toLowerCase());
}

/** What a function is called as an action: "MAX_WEEKS_AHEAD" is "maxWeeksAhead". */
export function actionName(name: string): string {
  if (!/^[A-Z0-9_]+$/.test(name)) return name;
  return name.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
