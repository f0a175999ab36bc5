import { FetchRequest, JsonRpcProvider } from "ethers";
import { WrongChainError } from "stakeweight-sdk";
import { NodeError } from "../errors/NodeError.js";

/** How long the node may take to answer, in milliseconds. */
const ANSWER_MS = 30_000;

/** How often the node is asked whether a transaction is mined, in milliseconds. */
const POLLING_MS = 1000;

/** Reaches a node and asks which chain it is on. Throws {@link NodeError} or {@link WrongChainError}. */
export async function openProvider(options: {
  url: string;
  /** The chain that it must be on. */
  expectedChain?: number | undefined;
}): Promise<JsonRpcProvider> {
  const { url, expectedChain } = options;
  // Asked here: ethers would ask again and again, and say so on the console.
  const chainId = await chainIdOf(url);
  if (expectedChain !== undefined && chainId !== expectedChain) throw new WrongChainError(chainId, expectedChain);
  const request = new FetchRequest(url);
  request.timeout = ANSWER_MS;
  return new JsonRpcProvider(request, chainId, {
    staticNetwork: true,
    cacheTimeout: -1,
    pollingInterval: POLLING_MS,
  });
}

async function chainIdOf(url: string): Promise<number> {
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "eth_chainId", params: [] });
  let answer: unknown;
  try {
    const { username, password, origin, pathname, search } = new URL(url);
    const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    const response = await fetch(`${origin}${pathname}${search}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(username === "" ? {} : { authorization: `Basic ${Buffer.from(credentials).toString("base64")}` }),
      },
      body,
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    answer = await response.json();
  } catch (cause) {
    throw new NodeError(`no node answers at ${hostOf(url)}: start one, or name another with --rpc URL`, { cause });
  }
  const result = (answer as { result?: unknown } | null)?.result;
  const chainId = typeof result === "string" ? Number(result) : NaN;
  if (!Number.isSafeInteger(chainId) || chainId <= 0) {
    throw new NodeError(`what answers at ${hostOf(url)} is no Ethereum node: it does not tell its chain id`);
  }
  return chainId;
}

/** Without the path, which often holds a key. */
function hostOf(url: string): string {
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
}
