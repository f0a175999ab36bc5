import type { HardhatRuntimeEnvironment } from "hardhat/types";
import { assertSameArguments } from "./assertSameArguments";

/**
 * Deploys a contract that has no proxy, recorded as `name`, and returns its address; one that exists already stays as it is,
 * and has to have been made with the same arguments. Those in `setUpArgs` come last and serve the setting up only, so they
 * may differ when a deployment goes on.
 */
export async function deployOnce(options: {
  hre: HardhatRuntimeEnvironment;
  name: string;
  contract: string;
  args: unknown[];
  setUpArgs?: unknown[];
}): Promise<string> {
  const { hre, name, contract, args, setUpArgs = [] } = options;
  const { deployments, getNamedAccounts } = hre;
  const existing = await deployments.getOrNull(name);
  if (existing) {
    const deployedWith = (existing.args ?? []).slice(0, args.length);
    assertSameArguments({ name, address: existing.address, deployedWith, asked: args });
    deployments.log(`${name}: already at ${existing.address}`);
    return existing.address;
  }
  const { deployer } = await getNamedAccounts();
  const { address } = await deployments.deploy(name, { from: deployer!, contract, args: [...args, ...setUpArgs] });
  deployments.log(`${name}: deployed at ${address}`);
  return address;
}
