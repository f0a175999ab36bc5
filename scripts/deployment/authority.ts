import { Contract, type ContractRunner, type Interface } from "ethers";
import type { HardhatRuntimeEnvironment } from "hardhat/types";
import { type ProxyAdmin, ProxyAdmin__factory } from "../../typechain-types";
import { IAccessControlEnumerable__factory } from "../../typechain-types/factories/@openzeppelin/contracts/access/extensions";

/** Who may do what with one proxied contract, as the chain tells it. */
export interface Authority {
  contract: string;
  address: string;
  /** Owner of the ProxyAdmin: may upgrade. */
  upgrader: string;
  /** By the name of the role's constant. */
  roles: Record<string, { id: string; members: string[] }>;
}

/** The proxied contracts of this deployment, in the order of their names. */
export async function proxiedContracts(hre: HardhatRuntimeEnvironment): Promise<string[]> {
  const names = Object.keys(await hre.deployments.all());
  return names.filter((name) => names.includes(`${name}_ProxyAdmin`)).sort();
}

/** The ProxyAdmin of a proxied contract. */
export async function proxyAdminOf(
  hre: HardhatRuntimeEnvironment,
  name: string,
  runner: ContractRunner,
): Promise<ProxyAdmin> {
  return ProxyAdmin__factory.connect((await hre.deployments.get(`${name}_ProxyAdmin`)).address, runner);
}

/** The names of a contract's role constants, found in its ABI. */
export function roleNames(contractInterface: Interface): string[] {
  const names: string[] = [];
  contractInterface.forEachFunction((fragment) => {
    if (fragment.name.endsWith("_ROLE") && fragment.inputs.length === 0) names.push(fragment.name);
  });
  return names.sort();
}

/** Reads every role and owner of every proxied contract back from the chain. */
export async function readAuthorities(hre: HardhatRuntimeEnvironment): Promise<Authority[]> {
  const authorities: Authority[] = [];
  for (const name of await proxiedContracts(hre)) {
    const { address, abi } = await hre.deployments.get(name);
    const contract = new Contract(address, abi, hre.ethers.provider);
    const access = IAccessControlEnumerable__factory.connect(address, hre.ethers.provider);
    const proxyAdmin = await proxyAdminOf(hre, name, hre.ethers.provider);
    const roles: Authority["roles"] = {};
    for (const role of roleNames(contract.interface)) {
      const id = (await contract.getFunction(role)()) as string;
      const count = await access.getRoleMemberCount(id);
      const members = await Promise.all(
        Array.from({ length: Number(count) }, (_, index) => access.getRoleMember(id, index)),
      );
      roles[role] = { id, members };
    }
    authorities.push({ contract: name, address, upgrader: await proxyAdmin.owner(), roles });
  }
  return authorities;
}
