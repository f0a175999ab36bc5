import { recordedDeployments } from "../generated/deployments.js";
import { type Deployment, deploymentSchema } from "./Deployment.js";
import { InvalidDeploymentError, UnknownChainError } from "./errors.js";

const deployments = new Map<number, Deployment>();
let isFilled = false;

function all(): Map<number, Deployment> {
  if (isFilled) return deployments;
  isFilled = true;
  for (const recorded of recordedDeployments) {
    const deployment = parseDeployment(recorded);
    // What was registered before stands.
    if (!deployments.has(deployment.chainId)) deployments.set(deployment.chainId, deployment);
  }
  return deployments;
}

/** Reads a deployment from what JSON has. Throws {@link InvalidDeploymentError}. */
export function parseDeployment(input: unknown): Deployment {
  const parsed = deploymentSchema.safeParse(input);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) => `${path.join(".") || "it"}: ${message}`);
  throw new InvalidDeploymentError(issues, { cause: parsed.error });
}

/** Registers a deployment of your own, in place of any other on its chain. Throws {@link InvalidDeploymentError}. */
export function register(input: unknown): Deployment {
  const deployment = parseDeployment(input);
  deployments.set(deployment.chainId, deployment);
  return deployment;
}

/** The deployment on a chain. Throws {@link UnknownChainError}. */
export function findDeployment(chainId: number): Deployment {
  const deployment = all().get(chainId);
  if (!deployment) throw new UnknownChainError(chainId, [...all().keys()]);
  return deployment;
}

/** All registered deployments, by chain id. */
export function listDeployments(): readonly Deployment[] {
  return [...all().values()].sort((one, other) => one.chainId - other.chainId);
}
