import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Deployment } from "hardhat-deploy/types";

/**
 * Writes the records of a deployment as hardhat-deploy does, so that tasks on the network `localhost` find them. Those of an
 * earlier chain are removed first.
 */
export function writeRecords(options: { folder: string; chainId: number; records: Record<string, Deployment> }): void {
  const { folder, chainId, records } = options;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, ".chainId"), String(chainId));
  for (const [name, record] of Object.entries(records)) {
    writeFileSync(path.join(folder, `${name}.json`), JSON.stringify(record, undefined, 2));
  }
}
