import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { getAddress, isAddress } from "ethers";
import { UsageError } from "./UsageError";

/** A contract as the deploy scripts, or whoever knows an older one, recorded it. */
export interface DeploymentRecord {
  address: string;
  /** When it was deployed; undefined if the record does not tell. */
  block: number | undefined;
}

/**
 * The record of a contract in a network's folder. Throws {@link UsageError}, naming the option that gives the address in
 * its place.
 */
export function readDeployment(options: { folder: string; name: string; option: string }): DeploymentRecord {
  const { folder, name, option } = options;
  const file = path.join(folder, `${name}.json`);
  if (!existsSync(file)) throw new UsageError(`${file} does not exist: give the address of ${name} with ${option}`);
  let record: unknown;
  try {
    record = JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    throw new UsageError(`${file} is not JSON: correct it, or give the address of ${name} with ${option}`, { cause });
  }
  const { address, receipt } = record as { address?: unknown; receipt?: { blockNumber?: unknown } };
  if (!isAddress(address)) {
    throw new UsageError(`${file} has no address: correct it, or give the address of ${name} with ${option}`);
  }
  const block = receipt?.blockNumber;
  return { address: getAddress(address), block: typeof block === "number" ? block : undefined };
}

/** The chain that a network's records belong to; undefined if they do not tell. */
export function readRecordedChainId(folder: string): number | undefined {
  const file = path.join(folder, ".chainId");
  return existsSync(file) ? Number(readFileSync(file, "utf8").trim()) : undefined;
}
