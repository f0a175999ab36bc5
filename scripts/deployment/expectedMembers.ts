import type { HardhatRuntimeEnvironment } from "hardhat/types";
import { DeploymentError } from "./DeploymentError";
import type { Parameters } from "./parameters";

/** To whom a role of a proxied contract is handed over; docs/roles.md says what each may do. */
export async function expectedMembers(
  { deployments }: HardhatRuntimeEnvironment,
  parameters: Parameters,
  role: string,
): Promise<string[]> {
  switch (role) {
    case "DEFAULT_ADMIN_ROLE":
      return [(await deployments.get("Timelock")).address];
    case "PAUSER_ROLE":
      return [parameters.pauser];
    case "DISTRIBUTOR_ROLE":
      return [(await deployments.get("RewardDistributor")).address];
    case "MIGRATOR_ROLE": {
      const legacy = await deployments.getOrNull("LegacyStakeWeight");
      return legacy ? [legacy.address] : [];
    }
    case "SLASHER_ROLE":
      return [(await deployments.get("NodeRewards")).address];
    case "REGISTRY_ROLE":
      return [(await deployments.get("NodeRegistry")).address];
    case "ORACLE_ROLE":
      return [(await deployments.get("PerformanceOracle")).address];
    case "REGISTRAR_ROLE":
      return [parameters.registrar];
    case "GUARDIAN_ROLE":
      return [parameters.guardian];
    case "CERTIFIER_ROLE":
      return [parameters.certifier];
    default:
      throw new DeploymentError(`nobody is named to hold ${role}`);
  }
}
