import { getAddress } from "ethers";
import type { Deployment } from "hardhat-deploy/types";
import type { HardhatRuntimeEnvironment } from "hardhat/types";
import type { Implementation } from "./inspectImplementation";
import { isDeployed } from "./isDeployed";
import { UpgradeError } from "./UpgradeError";

/** What a proxy runs on. */
export interface PresentImplementation extends Implementation {
  address: string;
  /** The name of its record. */
  recordName: string;
  record: Deployment;
  constructorArgs: unknown[];
}

/**
 * Finds the record of the implementation that a proxy has, which the chain tells, and makes sure that it tells the truth:
 * the recorded code with the recorded arguments is what stands at that address.
 */
export async function presentImplementation(options: {
  hre: HardhatRuntimeEnvironment;
  contract: string;
  proxy: string;
}): Promise<PresentImplementation> {
  const { hre, contract, proxy } = options;
  const address = getAddress(await hre.upgrades.erc1967.getImplementationAddress(proxy));
  const records = await implementationRecords(hre, contract);
  const found = records.find(([, record]) => getAddress(record.address) === address);
  if (!found) {
    throw new UpgradeError(
      `${contract}: the proxy at ${proxy} runs on ${address}, of which there is no record, so its layout is unknown`,
    );
  }
  const [recordName, record] = found;
  const implementation = record.linkedData as Implementation | undefined;
  if (!implementation?.layout) throw new UpgradeError(`${contract}: the record ${recordName} holds no layout`);
  if (!(await isDeployed(record, hre.ethers.provider))) {
    throw new UpgradeError(
      `${contract}: the code at ${address} is not that of the record ${recordName} with the arguments ${JSON.stringify(record.args)}`,
    );
  }
  return { ...implementation, address, recordName, record, constructorArgs: record.args ?? [] };
}

/** The records of all implementations that were ever deployed for a contract, by name. */
export async function implementationRecords(
  { deployments }: HardhatRuntimeEnvironment,
  contract: string,
): Promise<[name: string, record: Deployment][]> {
  const prefix = `${contract}_Implementation`;
  return Object.entries(await deployments.all()).filter(([name]) => name.startsWith(prefix));
}
