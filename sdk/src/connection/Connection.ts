import type { BlockTag, ContractRunner, Provider } from "ethers";
import { UnknownContractError } from "../deployments/errors.js";
import type { ContractName, DeployedContract, Deployment } from "../deployments/Deployment.js";

/** A deployment, and how to reach it. Made by {@link connect}; every action takes it first. */
export interface Connection {
  readonly deployment: Deployment;
  readonly provider: Provider;
  /** Sends transactions; a connection without a signer only reads and prepares. */
  readonly runner: ContractRunner;
  /** Who sends transactions, also those that are signed elsewhere; undefined if nobody is named. */
  readonly account: string | undefined;
  /** The block that is read, if not the newest one. */
  readonly blockTag?: BlockTag;
}

/** The same connection, reading the state after a past block. */
export function atBlock(connection: Connection, blockTag: BlockTag): Connection {
  return { ...connection, blockTag };
}

/** Where a contract stands. Throws {@link UnknownContractError}. */
export function contractOf({ deployment }: Connection, name: ContractName): DeployedContract {
  const contract = deployment.contracts[name];
  if (!contract) throw new UnknownContractError(name, deployment.chainId);
  return contract;
}
