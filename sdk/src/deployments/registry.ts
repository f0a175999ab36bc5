import { recordedDeployments } from "../generated/deployments.js";
import type { Deployment } from "./Deployment.js";
import { UnknownChainError } from "./errors.js";
import { parseDeployment } from "./parseDeployment.js";

/** What is registered at run time; it stands before what is recorded. */
const registered = new Map<number, Deployment>();

/** Registers a deployment of your own, in place of any other on its chain. Throws {@link InvalidDeploymentError}. */
export function register(input: unknown): Deployment {
  const deployment = parseDeployment(input);
  registered.set(deployment.chainId, deployment);
  return deployment;
}

/** The deployment on a chain. Throws {@link UnknownChainError}. */
export function findDeployment(chainId: number): Deployment {
  const known = listDeployments();
  const deployment = known.find((each) => each.chainId === chainId);
  if (!deployment) {
    throw new UnknownChainError(
      chainId,
      known.map((each) => each.chainId),
    );
  }
  return deployment;
}

/** All registered deployments, by chain id. */
export function listDeployments(): readonly Deployment[] {
  const others = recordedDeployments.filter(({ chainId }) => !registered.has(chainId));
  return [...registered.values(), ...others].sort((one, other) => one.chainId - other.chainId);
}
