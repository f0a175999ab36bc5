import type { HardhatRuntimeEnvironment } from "hardhat/types";
import { StakeWeight__factory } from "../../typechain-types";
import { proxiedContracts, proxyAdminOf, readAuthorities } from "./authority";
import type { Parameters } from "./parameters";

/** The deployer would keep, or still holds, a role or an upgrade right. */
export class HandoverError extends Error {
  override readonly name = "HandoverError";
}

/**
 * Gives every administrator role and every ProxyAdmin to the administrator, and the pauser its role, then takes them from
 * the deployer. Does only what is left to do.
 */
export async function handOver(hre: HardhatRuntimeEnvironment, parameters: Parameters): Promise<void> {
  const { deployer } = await hre.getNamedAccounts();
  const { admin, pauser } = parameters;
  if (admin === deployer || pauser === deployer) {
    throw new HandoverError(`admin (${admin}) and pauser (${pauser}) must not be the deployer (${deployer})`);
  }
  const signer = await hre.ethers.getSigner(deployer!);
  for (const name of await proxiedContracts(hre)) {
    // All proxied contracts share these functions.
    const contract = StakeWeight__factory.connect((await hre.deployments.get(name)).address, signer);
    const adminRole = await contract.DEFAULT_ADMIN_ROLE();
    if (await contract.hasRole(adminRole, deployer!)) {
      await (await contract.grantRole(await contract.PAUSER_ROLE(), pauser)).wait();
      await (await contract.grantRole(adminRole, admin)).wait();
      await (await contract.renounceRole(adminRole, deployer!)).wait();
    }
    const proxyAdmin = await proxyAdminOf(hre, name, signer);
    if ((await proxyAdmin.owner()) === deployer) await (await proxyAdmin.transferOwnership(admin)).wait();
  }
}

/** Reads all rights back from the chain and fails if the deployer has one, or the administrator lacks one. */
export async function assertHandedOver(hre: HardhatRuntimeEnvironment, parameters: Parameters): Promise<void> {
  const { deployer } = await hre.getNamedAccounts();
  const problems: string[] = [];
  for (const { contract, upgrader, roles } of await readAuthorities(hre)) {
    if (upgrader !== parameters.admin) problems.push(`${contract}: ${upgrader} may upgrade`);
    if (!roles.DEFAULT_ADMIN_ROLE?.includes(parameters.admin)) {
      problems.push(`${contract}: ${parameters.admin} lacks DEFAULT_ADMIN_ROLE`);
    }
    for (const [role, members] of Object.entries(roles)) {
      if (members.includes(deployer!)) problems.push(`${contract}: the deployer ${deployer} holds ${role}`);
    }
  }
  if (problems.length !== 0) throw new HandoverError(problems.join("; "));
}
