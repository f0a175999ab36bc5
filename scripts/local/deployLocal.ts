import type { Deployment } from "hardhat-deploy/types";
import type { HardhatRuntimeEnvironment } from "hardhat/types";
import { LOCAL_ACCOUNTS } from "./localAccounts";
import { mnemonicWallets } from "./mnemonicWallets";
import { LEGACY_LOCKS, setUpLegacy } from "./setUpLegacy";

/** Deploys everything to the chain of this process, beside a legacy system to migrate from; returns the records by name. */
export async function deployLocal(hre: HardhatRuntimeEnvironment): Promise<Record<string, Deployment>> {
  // Nothing is read from earlier records, so earlier chains cannot get in the way.
  const inMemory = { deletePreviousDeployments: false, writeDeploymentsToFiles: false };
  await hre.deployments.run("token", { ...inMemory, resetMemory: true });
  await setUpLegacy({ hre, owners: mnemonicWallets(hre, LOCAL_ACCOUNTS, LEGACY_LOCKS) });
  return hre.deployments.run(undefined, { ...inMemory, resetMemory: false });
}
