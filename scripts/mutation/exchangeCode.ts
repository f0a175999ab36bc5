import type { EthereumProvider, RequestArguments } from "hardhat/types";

/** Code that creates contracts, and the code that takes its place. */
export type Exchange = ReadonlyMap<string, string>;

const CREATING = new Set(["eth_sendTransaction", "eth_estimateGas", "eth_call"]);

interface CreationRequest {
  to?: string;
  data?: string;
}

/**
 * Puts other code in the place of what a transaction would create, whoever deploys and from whatever artifact. Nothing on disk
 * changes. Returns a function that sets what is exchanged and one that tells how often it was.
 */
export function exchangeCode(provider: EthereumProvider): {
  set: (exchange: Exchange) => void;
  exchanged: () => number;
} {
  let present: Exchange = new Map();
  let count = 0;
  const replace = (method: string, params: unknown): unknown => {
    if (!CREATING.has(method) || !Array.isArray(params)) return params;
    const [request, ...rest] = params as [CreationRequest, ...unknown[]];
    if (request.to != null || request.data === undefined) return params;
    for (const [code, other] of present) {
      if (!request.data.startsWith(code)) continue;
      if (method === "eth_sendTransaction") ++count;
      return [{ ...request, data: other + request.data.slice(code.length) }, ...rest];
    }
    return params;
  };
  const request = provider.request.bind(provider);
  const send = provider.send.bind(provider);
  provider.request = (args: RequestArguments) =>
    request({ ...args, params: replace(args.method, args.params) as never });
  provider.send = (method: string, params?: unknown[]) => send(method, replace(method, params) as unknown[]);
  return {
    set: (exchange) => {
      present = exchange;
      count = 0;
    },
    exchanged: () => count,
  };
}
