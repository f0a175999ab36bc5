import type { HardhatRuntimeEnvironment } from "hardhat/types";
import { IAccessControlEnumerable__factory } from "../../typechain-types/factories/@openzeppelin/contracts/access/extensions";
import { proxiedContracts, proxyAdminOf, readAuthorities } from "./authority";
import { DeploymentError } from "./DeploymentError";
import { expectedMembers } from "./expectedMembers";
import type { Parameters } from "./parameters";

/**
 * Gives every role and every ProxyAdmin to whom it belongs, then takes the administrator role from the deployer. Does only
 * what is left to do.
 */
export async function handOver(hre: HardhatRuntimeEnvironment, parameters: Parameters): Promise<void> {
  const { deployer } = await hre.getNamedAccounts();
  const { admin, pauser } = parameters;
  if (admin === deployer || pauser === deployer) {
    throw new DeploymentError(`admin (${admin}) and pauser (${pauser}) must not be the deployer (${deployer})`);
  }
  const signer = await hre.ethers.getSigner(deployer!);
  for (const authority of await readAuthorities(hre)) {
    const access = IAccessControlEnumerable__factory.connect(authority.address, signer);
    const { DEFAULT_ADMIN_ROLE: adminRole } = authority.roles;
    if (adminRole?.members.includes(deployer!)) {
      for (const [role, { id, members }] of Object.entries(authority.roles)) {
        for (const member of await expectedMembers(hre, parameters, role)) {
          if (!members.includes(member)) await (await access.grantRole(id, member)).wait();
        }
      }
      await (await access.renounceRole(adminRole.id, deployer!)).wait();
    }
  }
  for (const name of await proxiedContracts(hre)) {
    const proxyAdmin = await proxyAdminOf(hre, name, signer);
    if ((await proxyAdmin.owner()) === deployer) await (await proxyAdmin.transferOwnership(admin)).wait();
  }
}

/** Reads all rights back from the chain and fails unless each is held by exactly those to whom it belongs. */
export async function assertHandedOver(hre: HardhatRuntimeEnvironment, parameters: Parameters): Promise<void> {
  const problems: string[] = [];
  for (const { contract, upgrader, roles } of await readAuthorities(hre)) {
    if (upgrader !== parameters.admin) {
      problems.push(`${contract}: ${upgrader} may upgrade, not ${parameters.admin}`);
    }
    for (const [role, { members }] of Object.entries(roles)) {
      const expected = await expectedMembers(hre, parameters, role);
      const missing = expected.filter((account) => !members.includes(account));
      const surplus = members.filter((account) => !expected.includes(account));
      problems.push(...missing.map((account) => `${contract}: ${account} lacks ${role}`));
      problems.push(...surplus.map((account) => `${contract}: ${account} holds ${role}`));
    }
  }
  if (problems.length !== 0) throw new DeploymentError(problems.join("; "));
}
