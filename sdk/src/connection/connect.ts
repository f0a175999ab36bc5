import { type ContractRunner, getAddress, type Provider, type Signer } from "ethers";
import type { Deployment } from "../deployments/Deployment.js";
import { WrongChainError } from "../deployments/errors.js";
import { findDeployment } from "../deployments/registry.js";
import type { Connection } from "./Connection.js";

/**
 * Connects to a deployment: the one given, or the one that is registered for the chain of the runner.
 *
 * Throws {@link UnknownChainError} if there is none, and {@link WrongChainError} if the runner is on another chain.
 */
export async function connect(options: {
  /** A provider to read; a signer to send transactions, too. */
  runner: ContractRunner;
  deployment?: Deployment;
  /** Who sends the transactions if they are signed elsewhere. */
  account?: string;
}): Promise<Connection> {
  const { runner } = options;
  const provider = providerOf(runner);
  const { chainId } = await provider.getNetwork();
  const deployment = options.deployment ?? findDeployment(Number(chainId));
  if (BigInt(deployment.chainId) !== chainId) throw new WrongChainError(Number(chainId), deployment.chainId);
  const account = isSigner(runner) ? await runner.getAddress() : options.account;
  return { deployment, provider, runner, account: account === undefined ? undefined : getAddress(account) };
}

function isSigner(runner: ContractRunner): runner is Signer {
  return "getAddress" in runner && typeof runner.getAddress === "function";
}

function providerOf(runner: ContractRunner): Provider {
  if (!runner.provider) throw new TypeError("the signer has no provider: connect it to one first");
  return runner.provider;
}
