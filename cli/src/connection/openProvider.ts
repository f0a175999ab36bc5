import { FetchRequest, JsonRpcProvider } from "ethers";
import { NodeUnreachableError, WrongChainError } from "stakeweight-sdk";
import { NodeError } from "../errors/NodeError.js";

/** How long the node may take to answer, in milliseconds. */
const ANSWER_MS = 30_000;

/** How often the node is asked whether a transaction is mined, in milliseconds. */
const POLLING_MS = 1000;

/** Reaches a node and asks which chain it is on. Throws {@link NodeUnreachableError}, {@link NodeError} or {@link WrongChainError}. */
export async function openProvider(options: {
  url: string;
  /** The chain that it must be on. */
  expectedChain?: number | undefined;
  /** How long it may take to tell its chain, in milliseconds. */
  timeoutMs?: number;
}): Promise<JsonRpcProvider> {
  const { url, expectedChain, timeoutMs = ANSWER_MS } = options;
  // Asked here: ethers would ask again and again, and say so on the console.
  const chainId = await chainIdOf(url, timeoutMs);
  if (expectedChain !== undefined && chainId !== expectedChain) throw new WrongChainError(chainId, expectedChain);
  const request = new FetchRequest(url);
  request.timeout = ANSWER_MS;
  return new JsonRpcProvider(request, chainId, {
    staticNetwork: true,
    cacheTimeout: -1,
    pollingInterval: POLLING_MS,
  });
}

async function chainIdOf(url: string, timeoutMs: number): Promise<number> {
  const { protocol, host, pathname, search, username, password } = new URL(url);
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  let response: Response;
  try {
    response = await fetch(`${protocol}//${host}${pathname}${search}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(username === "" ? {} : { authorization: `Basic ${Buffer.from(credentials).toString("base64")}` }),
      },
      body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "eth_chainId", params: [] }),
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch (cause) {
    const isLate = cause instanceof DOMException && cause.name === "TimeoutError";
    throw new NodeUnreachableError(isLate ? "timeout" : "unreachable", host, codeOf(cause), { cause });
  }
  const failure = failures.find(({ hasFailed }) => hasFailed(response.status));
  if (failure) throw new NodeUnreachableError(failure.reason, host, String(response.status));
  const answer = (await response.json().catch(() => undefined)) as { result?: unknown } | undefined;
  const chainId = typeof answer?.result === "string" ? Number(answer.result) : NaN;
  if (!Number.isSafeInteger(chainId) || chainId <= 0) {
    throw new NodeError(`what answers at ${host} is no Ethereum node: it does not tell its chain id`);
  }
  return chainId;
}

const failures = [
  { reason: "denied", hasFailed: (status: number) => status === 401 || status === 403 },
  { reason: "rateLimited", hasFailed: (status: number) => status === 429 },
  { reason: "failing", hasFailed: (status: number) => status >= 500 },
] as const;

/** "ECONNREFUSED". */
function codeOf(error: unknown): string | undefined {
  const { cause } = error as { cause?: { code?: unknown } };
  return typeof cause?.code === "string" ? cause.code : undefined;
}
