// Not part of the plugin's interface, which compares with its own manifest only: docs/decisions/15-recorded-layouts.md.
import { getDeployData } from "@openzeppelin/hardhat-upgrades/dist/utils/deploy-impl";
import type { StorageLayout } from "@openzeppelin/upgrades-core";
import type { HardhatRuntimeEnvironment } from "hardhat/types";

/** What is kept of an implementation's deployment, as `linkedData` of its record, for the upgrades to come. */
export interface Implementation {
  /** Hash of the creation code and its arguments, without the compiler's metadata: unchanged code, unchanged hash. */
  codeHash: string;
  /** As OpenZeppelin's validation extracts it, namespaces included. */
  layout: StorageLayout;
}

/** The code and the layout of a contract as it is compiled now. */
export async function inspectImplementation(options: {
  hre: HardhatRuntimeEnvironment;
  contract: string;
  constructorArgs: unknown[];
}): Promise<Implementation> {
  const { hre, contract, constructorArgs } = options;
  const factory = await hre.ethers.getContractFactory(contract);
  const { version, layout } = await getDeployData(hre, factory, { kind: "transparent", constructorArgs });
  return { codeHash: version.linkedWithoutMetadata, layout };
}
