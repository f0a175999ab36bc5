import type { ContractName } from "./compile";

/** What is mutated together, and the tests that concern it. */
export interface Target {
  name: string;
  /** The contract that is deployed, as `codeHash` knows it. */
  product: string;
  files: readonly string[];
  /** Test files, or folders whose test files all count, the nearest first. */
  tests: readonly string[];
}

/** Every contract that is deployed of the mutated files in the tests. */
export const deployables: readonly ContractName[] = [
  { source: "contracts/staking/StakeWeight.sol", name: "StakeWeight" },
  { source: "contracts/rewards/RewardDistributor.sol", name: "RewardDistributor" },
  { source: "contracts/nodes/NodeIdentities.sol", name: "NodeIdentities" },
  { source: "contracts/nodes/NodeRegistry.sol", name: "NodeRegistry" },
  { source: "contracts/nodes/NodeRewards.sol", name: "NodeRewards" },
  { source: "contracts/nodes/PerformanceOracle.sol", name: "PerformanceOracle" },
  { source: "contracts/wallets/WalletRewards.sol", name: "WalletRewards" },
  { source: "contracts/migration/LegacyStakeWeightBridge.sol", name: "LegacyStakeWeightBridge" },
  { source: "contracts/mocks/WeightLedgerHarness.sol", name: "WeightLedgerHarness" },
  { source: "contracts/mocks/PerformanceHarness.sol", name: "PerformanceHarness" },
];

// Not among them: what measures gas, so that no mutant dies of its costs alone, and the random histories of minutes, so that
// each has to be caught by a test that says what is wrong. Where the number of reads is promised, such a test counts them.
const staking = [
  "test/staking/StakeWeight",
  "test/staking/libraries",
  "test/access.test.ts",
  "test/hostile/tokens.test.ts",
  "test/hostile/reentrancy.test.ts",
  "test/hostile/manyPositions.test.ts",
];

const nodes = ["test/nodes/access.test.ts", "test/hostile/performance.test.ts"];

export const targets: readonly Target[] = [
  {
    name: "StakeWeight",
    product: "StakeWeight",
    files: [
      "contracts/staking/StakeWeight.sol",
      "contracts/staking/StakeVotes.sol",
      "contracts/libraries/Preset.sol",
      "contracts/libraries/Week.sol",
    ],
    tests: [
      ...staking,
      "test/rewards/RewardDistributor/claimAndRestake.test.ts",
      "test/nodes/NodeRewards/slash.test.ts",
    ],
  },
  {
    name: "ledger",
    product: "StakeWeight",
    files: ["Checkpoint", "LedgerHead", "Line", "LineHistory", "Stake", "WeightLedger"].map(
      (name) => `contracts/staking/libraries/${name}.sol`,
    ),
    tests: [
      ...staking,
      "test/rewards/RewardDistributor/closeWeeks.test.ts",
      "test/rewards/RewardDistributor/claim.test.ts",
    ],
  },
  {
    name: "RewardDistributor",
    product: "RewardDistributor",
    files: ["contracts/rewards/RewardDistributor.sol", "contracts/libraries/WholeTransfer.sol"],
    tests: ["test/rewards/RewardDistributor", ...staking.slice(2)],
  },
  {
    name: "NodeRegistry",
    product: "NodeRegistry",
    files: [
      "contracts/nodes/NodeRegistry.sol",
      "contracts/nodes/NodeSeats.sol",
      "contracts/nodes/libraries/SeatTable.sol",
      "contracts/libraries/Epoch.sol",
      "contracts/libraries/SortedWords.sol",
    ],
    tests: [
      "test/nodes/NodeRegistry",
      "test/performance/confine.test.ts",
      ...nodes,
      "test/nodes/PerformanceOracle/outcome.test.ts",
      "test/nodes/NodeRewards/returning.test.ts",
    ],
  },
  {
    name: "PerformanceOracle",
    product: "PerformanceOracle",
    files: [
      "contracts/nodes/PerformanceOracle.sol",
      ...["ConfigurationBounds", "ConfigurationHistory", "Measurements", "Performance", "Qualification"].map(
        (name) => `contracts/nodes/libraries/${name}.sol`,
      ),
      "contracts/libraries/Median.sol",
      "contracts/libraries/Quorum.sol",
    ],
    tests: [
      "test/nodes/PerformanceOracle",
      ...["confine", "median", "score"].map((name) => `test/performance/${name}.test.ts`),
      ...nodes,
      "test/hostile/collusion.test.ts",
      "test/wallets/WalletRewards/median.test.ts",
      "test/nodes/NodeRegistry/applyScores.test.ts",
    ],
  },
  {
    name: "NodeRewards",
    product: "NodeRewards",
    files: ["contracts/nodes/NodeRewards.sol"],
    tests: ["test/nodes/NodeRewards", ...nodes, "test/nodes/PerformanceOracle/proveEquivocation.test.ts"],
  },
  {
    name: "WalletRewards",
    product: "WalletRewards",
    files: [
      "contracts/wallets/WalletRewards.sol",
      ...["WalletCount", "WalletReports", "WalletShares"].map((name) => `contracts/wallets/libraries/${name}.sol`),
      "contracts/libraries/WalletPeriod.sol",
    ],
    tests: ["test/wallets"],
  },
  {
    name: "bridge",
    product: "LegacyStakeWeightBridge",
    files: [
      "contracts/migration/LegacyStakeWeightBridge.sol",
      "contracts/migration/libraries/LegacyPoints.sol",
      "contracts/migration/libraries/LegacyStorage.sol",
    ],
    tests: [
      "test/migration/LegacyStakeWeightBridge",
      "test/hostile/migration.test.ts",
      "test/deployment/bridge.test.ts",
    ],
  },
];
