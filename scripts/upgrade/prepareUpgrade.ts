import { getAddress } from "ethers";
import type { Deployment } from "hardhat-deploy/types";
import type { HardhatRuntimeEnvironment } from "hardhat/types";
import { ProxyAdmin__factory } from "../../typechain-types";
import { constructorArguments } from "../deployment/constructorArguments";
import { assertUpgradeable } from "./assertUpgradeable";
import type { Implementation } from "./inspectImplementation";
import { isDeployed } from "./isDeployed";
import { implementationRecords, presentImplementation } from "./presentImplementation";
import { UpgradeError } from "./UpgradeError";
import { type Proposal, upgradeProposal } from "./upgradeProposal";

/** An upgrade that only has to be proposed. */
export interface PreparedUpgrade {
  contract: string;
  proxy: string;
  /** The implementation that the proxy has. */
  present: string;
  /** The one that it is to have. */
  next: string;
  /** Whether `next` was deployed just now, and not by an earlier run. */
  isNew: boolean;
  governor: string;
  proposal: Proposal;
}

/**
 * Deploys another implementation for a proxied contract, unless it stands already, and returns the proposal to upgrade to it.
 * Before that it makes sure that the implementation may follow the present one and that the timelock may upgrade.
 */
export async function prepareUpgrade(options: {
  hre: HardhatRuntimeEnvironment;
  /** The recorded name of the proxy. */
  contract: string;
  /** The contract that is to follow; the same, changed in place, if none is named. */
  implementation?: string;
  /** What the proxy calls on itself in the same transaction: a reinitializer; nothing by default. */
  data?: string;
  description?: string;
}): Promise<PreparedUpgrade> {
  const { hre, contract, implementation = contract, data = "0x" } = options;
  const { address: proxy } = await recordOf(hre, contract);
  const { address: timelock } = await recordOf(hre, "Timelock");
  const { address: governor } = await recordOf(hre, "WCTGovernor");
  const constructorArgs = await constructorArguments(hre, contract);
  const present = await presentImplementation({ hre, contract, proxy });
  const next = await assertUpgradeable({ hre, contract, implementation, constructorArgs, present });
  const proxyAdmin = getAddress(await hre.upgrades.erc1967.getAdminAddress(proxy));
  const owner = await ProxyAdmin__factory.connect(proxyAdmin, hre.ethers.provider).owner();
  if (owner !== timelock) {
    throw new UpgradeError(`${contract}: its ProxyAdmin at ${proxyAdmin} belongs to ${owner}, not to the timelock`);
  }

  const { address, isNew } = await deployImplementation({ hre, contract, implementation, constructorArgs, next });
  const { description = `Upgrade ${contract} to ${implementation} at ${address}` } = options;
  await assertUpgrades({ hre, contract, proxyAdmin, proxy, implementation: address, data, timelock });
  return {
    contract,
    proxy,
    present: present.address,
    next: address,
    isNew,
    governor,
    proposal: upgradeProposal({ proxyAdmin, proxy, implementation: address, data, description }),
  };
}

async function recordOf({ deployments, network }: HardhatRuntimeEnvironment, name: string): Promise<Deployment> {
  const record = await deployments.getOrNull(name);
  if (!record) throw new UpgradeError(`there is no record of ${name} on ${network.name}`);
  return record;
}

/** Every implementation has a record of its own, so that several that are proposed at a time do not replace each other. */
async function deployImplementation(options: {
  hre: HardhatRuntimeEnvironment;
  contract: string;
  implementation: string;
  constructorArgs: unknown[];
  next: Implementation;
}): Promise<{ address: string; isNew: boolean }> {
  const { hre, contract, implementation, constructorArgs, next } = options;
  for (const [name, record] of await implementationRecords(hre, contract)) {
    if ((record.linkedData as Implementation | undefined)?.codeHash !== next.codeHash) continue;
    if (await isDeployed(record, hre.ethers.provider)) return { address: record.address, isNew: false };
    // Of another chain; hardhat-deploy would wait for its transaction.
    await hre.deployments.delete(name);
  }
  const { deployer } = await hre.getNamedAccounts();
  if (deployer === undefined) throw new UpgradeError("there is no account to deploy with: set DEPLOYER_PRIVATE_KEY");
  const { address } = await hre.deployments.deploy(`${contract}_Implementation_${next.codeHash.slice(0, 8)}`, {
    from: deployer,
    contract: implementation,
    args: constructorArgs,
    linkedData: next,
  });
  return { address, isNew: true };
}

/** Tries the timelock's call without sending it. */
async function assertUpgrades(options: {
  hre: HardhatRuntimeEnvironment;
  contract: string;
  proxyAdmin: string;
  proxy: string;
  implementation: string;
  data: string;
  timelock: string;
}): Promise<void> {
  const { hre, contract, proxyAdmin, proxy, implementation, data, timelock } = options;
  const upgrade = ProxyAdmin__factory.connect(proxyAdmin, hre.ethers.provider).upgradeAndCall;
  try {
    await upgrade.staticCall(proxy, implementation, data, { from: timelock });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UpgradeError(`${contract}: the upgrade to ${implementation} would fail: ${reason}`, { cause });
  }
}
