import type { Deployment } from "hardhat-deploy/types";

/** The records of a deployment, by name. */
export type Records = Record<string, Deployment>;

/** Somebody may do something with a contract. */
export interface Right {
  /** The contract's name. */
  contract: string;
  /** The name of a role's constant, or its id where it has none; `owner`, `proxy admin`, `timelock` or `source of votes`. */
  right: string;
  /** Checksummed; zero stands for anyone. */
  holder: string;
}

/** A role that others than the contract's administrators grant and revoke. */
export interface ForeignRoleAdmin {
  contract: string;
  role: string;
  admin: string;
}

/** Everything about rights that the chain tells. */
export interface ChainRights {
  rights: Right[];
  foreignRoleAdmins: ForeignRoleAdmin[];
}
