import type { ContractName } from "../deployments/Deployment.js";

/** A parameter, a returned value, or a component of either, as a contract's ABI has it. */
export interface AbiParameter {
  readonly name?: string;
  readonly type: string;
  /** What Solidity calls it: "enum IStakeWeight.State". */
  readonly internalType?: string;
  readonly indexed?: boolean;
  readonly components?: readonly AbiParameter[];
}

/** A function, an event or an error, as a contract's ABI has it. */
export interface AbiEntry {
  readonly type: string;
  readonly name?: string;
  readonly inputs?: readonly AbiParameter[];
  readonly outputs?: readonly AbiParameter[];
  readonly stateMutability?: string;
  readonly anonymous?: boolean;
}

/** What is known of a contract before it is deployed anywhere. */
export interface ContractDefinition {
  readonly name: ContractName;
  readonly abi: readonly AbiEntry[];
  /** The names of each enumeration's values, by the type that the ABI names: "enum IStakeWeight.State". */
  readonly enums: Readonly<Record<string, readonly string[]>>;
}
