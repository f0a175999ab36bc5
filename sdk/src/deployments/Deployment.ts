import type { contractNames } from "../generated/contractNames.js";

/** The contracts that actions call. */
export type ContractName = (typeof contractNames)[number];

/** Where a contract stands. */
export interface DeployedContract {
  /** With the checksum in its letters. */
  address: string;
  /** The block of its deployment; its events are read from there. */
  block: number;
  /** keccak256 of the code at the address. For a proxy that is the proxy's own, which no upgrade changes. */
  codeHash: string;
}

/** Where the contracts of a chain stand. */
export interface Deployment {
  chainId: number;
  /** For people: "optimism". */
  name: string;
  /** Not every chain has every contract. */
  contracts: Partial<Record<ContractName, DeployedContract>>;
}
