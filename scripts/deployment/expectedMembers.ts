import type { HardhatRuntimeEnvironment } from "hardhat/types";
import { DeploymentError } from "./DeploymentError";
import type { Parameters } from "./parameters";

/** Who holds a role after the deployment; docs/roles.md says what each may do. */
export async function expectedMembers(
  { deployments }: HardhatRuntimeEnvironment,
  parameters: Parameters,
  role: string,
): Promise<string[]> {
  switch (role) {
    case "DEFAULT_ADMIN_ROLE":
      return [parameters.admin];
    case "PAUSER_ROLE":
      return [parameters.pauser];
    case "DISTRIBUTOR_ROLE":
      return [(await deployments.get("RewardDistributor")).address];
    case "MIGRATOR_ROLE":
      return [];
    default:
      throw new DeploymentError(`nobody is named to hold ${role}`);
  }
}
