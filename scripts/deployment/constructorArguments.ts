import type { HardhatRuntimeEnvironment } from "hardhat/types";
import { DeploymentError } from "./DeploymentError";

/** What the implementation of a proxied contract is made with, here and now: its immutables. */
export async function constructorArguments(
  { deployments }: HardhatRuntimeEnvironment,
  contract: string,
): Promise<unknown[]> {
  const addressOf = async (name: string) => (await deployments.get(name)).address;
  switch (contract) {
    case "StakeWeight":
      return [await addressOf("WCT")];
    case "RewardDistributor":
      return [await addressOf("StakeWeight")];
    case "NodeIdentities":
      return [];
    case "NodeRegistry":
      return [await addressOf("StakeWeight"), await addressOf("NodeIdentities")];
    case "NodeRewards":
      return [await addressOf("RewardDistributor")];
    case "PerformanceOracle":
      return [await addressOf("NodeRegistry"), await addressOf("NodeIdentities"), await addressOf("NodeRewards")];
    case "WalletRewards":
      return [await addressOf("PerformanceOracle"), await addressOf("WCT")];
    default:
      throw new DeploymentError(`${contract} is no contract that the deploy scripts put behind a proxy`);
  }
}
