import { readdirSync } from "node:fs";
import path from "node:path";

const root = path.join(__dirname, "..", "..");

const staking = ["StakeWeight"];
const rewards = ["StakeWeight", "RewardDistributor"];
const oracle = ["PerformanceOracle"];
const nodes = ["NodeIdentities", "NodeRegistry", "NodeRewards", "PerformanceOracle"];
const wallets = ["WalletRewards"];

/** The deployed contracts that a test file concerns, by the start of its path; the first that fits. */
const concerns: readonly [start: string, contracts: readonly string[]][] = [
  ["test/invariants/", rewards],
  ["test/rewards/", rewards],
  ["test/staking/", staking],
  ["test/nodes/libraries/", oracle],
  ["test/nodes/", [...rewards, ...nodes]],
  ["test/wallets/", wallets],
  ["test/libraries/", [...rewards, ...nodes, ...wallets]],
];

/** Every test file that forge runs and that varies its inputs, by path. */
export function deepFiles(): string[] {
  const files = readdirSync(path.join(root, "test"), { recursive: true, encoding: "utf8" });
  const tests = files.filter((file) => file.endsWith(".t.sol")).map((file) => path.posix.join("test", file));
  return tests.filter((file) => concerns.some(([start]) => file.startsWith(start))).sort();
}

export function contractsOf(file: string): string[] {
  const found = concerns.find(([start]) => file.startsWith(start));
  if (found === undefined) throw new Error(`${file} is none of the files of the long run`);
  return [...found[1]];
}
