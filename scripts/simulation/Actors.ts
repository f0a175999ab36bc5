import type { Wallet } from "ethers";

/** Who acts on the chain besides the stakers; by address unless something has to be signed. */
export interface Actors {
  /** Holds all tokens in the beginning. */
  treasury: string;
  supply: bigint;
  funder: string;
  registrar: string;
  guardian: string;
  certifier: string;
  committee: readonly Wallet[];
  operators: readonly string[];
}
