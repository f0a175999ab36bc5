import { DeploymentError } from "./DeploymentError";

/** Refuses to go on over a contract that was made with other constructor arguments than the parameters ask for now. */
export function assertSameArguments(options: {
  name: string;
  address: string;
  deployedWith: unknown[];
  asked: unknown[];
}): void {
  const deployedWith = JSON.stringify(options.deployedWith);
  const asked = JSON.stringify(options.asked);
  if (deployedWith === asked) return;
  throw new DeploymentError(
    `${options.name} at ${options.address} was deployed with ${deployedWith}, the parameters now ask for ${asked}`,
  );
}
