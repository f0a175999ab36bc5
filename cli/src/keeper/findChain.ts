import { type Deployment, findDeployment, NodeUnreachableError, WrongChainError } from "stakeweight-sdk";
import { openProvider } from "../connection/openProvider.js";
import { NodeError } from "../errors/NodeError.js";

/** Why an RPC does not tell its chain. */
type Silence = NodeUnreachableError | NodeError;

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
  /** How long an RPC may take to answer, in milliseconds. */
  timeoutMs: number;
}): Promise<Deployment> {
  const { rpc, chain, timeoutMs } = options;
  let deployment = options.deployment ?? (chain === undefined ? undefined : findDeployment(chain));
  if (deployment && chain !== undefined && deployment.chainId !== chain) {
    throw new WrongChainError(chain, deployment.chainId);
  }
  let silence: Silence | undefined;
  for (const answer of await Promise.all(rpc.map((url) => chainIdOf(url, timeoutMs)))) {
    if (typeof answer !== "number") {
      silence = answer;
      continue;
    }
    deployment ??= findDeployment(answer);
    if (answer !== deployment.chainId) throw new WrongChainError(answer, deployment.chainId);
  }
  if (!deployment) throw silence ?? new TypeError("no RPC given");
  return deployment;
}

/** The chain of an RPC, or why it does not tell. */
async function chainIdOf(url: string, timeoutMs: number): Promise<number | Silence> {
  try {
    const provider = await openProvider({ url, timeoutMs });
    const { chainId } = await provider.getNetwork();
    provider.destroy();
    return Number(chainId);
  } catch (error) {
    if (error instanceof NodeUnreachableError || error instanceof NodeError) return error;
    throw error;
  }
}
