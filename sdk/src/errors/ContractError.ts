import type { ContractName } from "../deployments/Deployment.js";
import type { ContractsWith, ErrorArgs, ErrorName } from "./ErrorArgs.js";
import { reachableFrom } from "./callees.js";
import { type Revert, RevertError } from "./RevertError.js";
import { sentenceOf } from "./sentences/index.js";

/** A custom error of one of the contracts; the message is a sentence for a person. */
export class ContractError<
  N extends ErrorName = ErrorName,
  C extends ContractName = ContractsWith<N>,
> extends RevertError {
  override readonly name = "ContractError";
  /** The contract whose error it is: the one that was called, or one that it called in turn. */
  readonly contract: C;
  /** The custom error: "PresetTooShort". */
  readonly errorName: N;
  /** Its values by their names. */
  readonly args: ErrorArgs<N, C>;

  constructor(contract: C, errorName: N, args: ErrorArgs<N, C>, revert: Revert, options?: ErrorOptions) {
    super(
      sentenceOf(contract, errorName as never, args as never, reachableFrom(revert.called).includes(contract)),
      revert,
      options,
    );
    this.contract = contract;
    this.errorName = errorName;
    this.args = args;
  }
}

/** One member for each error of each contract, to be told apart by `errorName` and `contract`. */
export type AnyContractError = {
  [C in ContractName]: { [N in ErrorName<C>]: ContractError<N, C> }[ErrorName<C>];
}[ContractName];

/**
 * Whether an error is a contract's, and which: its `args` are typed by it. Where contracts name the values of one error
 * differently (`PeriodFinished`), the contract tells which are meant.
 */
export function isContractError(error: unknown): error is AnyContractError;
export function isContractError<N extends ErrorName>(
  error: unknown,
  errorName: N,
): error is Extract<AnyContractError, { errorName: N }>;
export function isContractError<N extends ErrorName, C extends ContractsWith<N>>(
  error: unknown,
  errorName: N,
  contract: C,
): error is ContractError<N, C>;
export function isContractError(error: unknown, errorName?: ErrorName, contract?: ContractName): boolean {
  return (
    error instanceof ContractError &&
    (errorName === undefined || error.errorName === errorName) &&
    (contract === undefined || error.contract === contract)
  );
}
