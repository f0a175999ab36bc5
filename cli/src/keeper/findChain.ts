import { type Deployment, findDeployment, NodeUnreachableError, WrongChainError } from "stakeweight-sdk";
import { openProvider } from "../connection/openProvider.js";
import { NodeError } from "../errors/NodeError.js";

/**
 * The deployment to look after: the one given, that of the chain given, or that of the chain which the RPCs are on. Every RPC
 * that answers has to be on that chain; one that does not answer may come back later, if the chain is known without it.
 *
 * Throws {@link WrongChainError}, {@link UnknownChainError}, {@link NodeUnreachableError} or {@link NodeError}.
 */
export async function findChain(options: {
  rpc: readonly string[];
  chain?: number | undefined;
  deployment?: Deployment | undefined;
}): Promise<Deployment> {
  const { rpc, chain } = options;
  let deployment = options.deployment ?? (chain === undefined ? undefined : findDeployment(chain));
  if (deployment && chain !== undefined && deployment.chainId !== chain) {
    throw new WrongChainError(chain, deployment.chainId);
  }
  let silent: NodeError | NodeUnreachableError | undefined;
  for (const url of rpc) {
    try {
      const provider = await openProvider({ url, expectedChain: deployment?.chainId });
      const { chainId } = await provider.getNetwork();
      provider.destroy();
      deployment ??= findDeployment(Number(chainId));
    } catch (error) {
      if (!(error instanceof NodeError || error instanceof NodeUnreachableError)) throw error;
      silent = error;
    }
  }
  if (!deployment) throw silent ?? new NodeError("no RPC given");
  return deployment;
}
