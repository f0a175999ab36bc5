import { Contract, Interface, type Signer, ZeroAddress, ZeroHash } from "ethers";
import type { HardhatRuntimeEnvironment } from "hardhat/types";
import { type ProxyAdmin, ProxyAdmin__factory } from "../../typechain-types";
import { IAccessControl__factory } from "../../typechain-types/factories/@openzeppelin/contracts/access";
import { roleHolders } from "../roles/addressBook";
import { readForeignOperations } from "../roles/readForeignOperations";
import { roleNames } from "../roles/roleNames";
import { DeploymentError } from "./DeploymentError";
import { expectedMembers } from "./expectedMembers";
import type { Parameters } from "./parameters";
import { governorRoles } from "./setUpTimelock";

/** Somebody who has to hold a role before the deployer gives up its own. */
interface Grant {
  contract: string;
  address: string;
  role: string;
  holder: string;
}

/**
 * Gives every role to whom it belongs and every ProxyAdmin to the timelock, then takes the administrator roles from the
 * deployer. Does only what is left to do, so it can be interrupted anywhere: nothing is taken before all is given, and given
 * means read back from the chain.
 */
export async function handOver(hre: HardhatRuntimeEnvironment, parameters: Parameters): Promise<void> {
  const { deployer } = await hre.getNamedAccounts();
  for (const holder of roleHolders) {
    if (parameters[holder] !== deployer) continue;
    throw new DeploymentError(`${holder} (${deployer}) must not be the deployer (${deployer})`);
  }
  const signer = await hre.ethers.getSigner(deployer!);
  const names = await proxiedContracts(hre);
  const administered = await administeredContracts(hre, [...names, "Timelock"], signer);
  const proxyAdmins = await ownedProxyAdmins(hre, names, signer);
  if (administered.length === 0 && proxyAdmins.length === 0) return;

  // What the deployer scheduled while it was in control could be executed after the handover.
  const operations = await readForeignOperations({
    records: await hre.deployments.all(),
    provider: hre.ethers.provider,
  });
  if (operations.length !== 0) {
    const waiting = operations.map(({ contract, id }) => `${contract}: operation ${id}`).join("; ");
    throw new DeploymentError(`nothing is handed over while operations wait that no proposal put there: ${waiting}`);
  }
  // A timelock that nobody could use must not receive anything.
  const timelockGrants = await grantsOfTimelock(hre);
  await assertGranted(timelockGrants, signer);

  const grants: Grant[] = [];
  for (const name of names) grants.push(...(await grantsOf(hre, parameters, name)));
  for (const { contract, address, role, holder } of grants) {
    const access = IAccessControl__factory.connect(address, signer);
    const isLeft = administered.includes(contract) && !(await access.hasRole(role, holder));
    if (isLeft) await (await access.grantRole(role, holder)).wait();
  }
  const { address: timelock } = await hre.deployments.get("Timelock");
  for (const proxyAdmin of proxyAdmins) await (await proxyAdmin.transferOwnership(timelock)).wait();

  await assertGranted([...timelockGrants, ...grants], signer);
  for (const name of administered) {
    const { address } = await hre.deployments.get(name);
    await (await IAccessControl__factory.connect(address, signer).renounceRole(ZeroHash, deployer!)).wait();
  }
}

/** The proxied contracts of this deployment, in the order of their names. */
async function proxiedContracts({ deployments }: HardhatRuntimeEnvironment): Promise<string[]> {
  const names = Object.keys(await deployments.all());
  return names.filter((name) => names.includes(`${name}_ProxyAdmin`)).sort();
}

/** Those of the contracts whose administrator is the signer. */
async function administeredContracts(
  { deployments }: HardhatRuntimeEnvironment,
  names: string[],
  signer: Signer,
): Promise<string[]> {
  const administered: string[] = [];
  for (const name of names) {
    const { address, abi } = await deployments.get(name);
    if (roleNames(Interface.from(abi)).length === 0) continue;
    const access = IAccessControl__factory.connect(address, signer);
    if (await access.hasRole(ZeroHash, signer)) administered.push(name);
  }
  return administered;
}

/** Those of the contracts' ProxyAdmins whose owner is the signer. */
async function ownedProxyAdmins(
  { deployments }: HardhatRuntimeEnvironment,
  names: string[],
  signer: Signer,
): Promise<ProxyAdmin[]> {
  const owned: ProxyAdmin[] = [];
  for (const name of names) {
    const proxyAdmin = ProxyAdmin__factory.connect((await deployments.get(`${name}_ProxyAdmin`)).address, signer);
    if ((await proxyAdmin.owner()) === (await signer.getAddress())) owned.push(proxyAdmin);
  }
  return owned;
}

/** Of a proxied contract: every role that it has. */
async function grantsOf(hre: HardhatRuntimeEnvironment, parameters: Parameters, name: string): Promise<Grant[]> {
  const { address, abi } = await hre.deployments.get(name);
  const contract = new Contract(address, abi, hre.ethers.provider);
  const grants: Grant[] = [];
  for (const roleName of roleNames(contract.interface)) {
    const role = (await contract.getFunction(roleName)()) as string;
    const holders = await expectedMembers(hre, parameters, roleName);
    grants.push(...holders.map((holder) => ({ contract: name, address, role, holder })));
  }
  return grants;
}

/** What the timelock's constructor and its setting up gave. */
async function grantsOfTimelock({ deployments, ethers }: HardhatRuntimeEnvironment): Promise<Grant[]> {
  const { address } = await deployments.get("Timelock");
  const { address: governor } = await deployments.get("WCTGovernor");
  const timelock = { contract: "Timelock", address };
  return [
    { ...timelock, role: ZeroHash, holder: address },
    { ...timelock, role: ethers.id("EXECUTOR_ROLE"), holder: ZeroAddress },
    ...governorRoles.map((role) => ({ ...timelock, role: ethers.id(role), holder: governor })),
  ];
}

async function assertGranted(grants: Grant[], signer: Signer): Promise<void> {
  for (const { contract, address, role, holder } of grants) {
    if (await IAccessControl__factory.connect(address, signer).hasRole(role, holder)) continue;
    throw new DeploymentError(`${contract}: ${holder} lacks role ${role}, so the deployer keeps what it has`);
  }
}
