import { JsonRpcProvider } from "ethers";
import { bindLocal, type LocalChain } from "./bindLocal";
import type { NodeReady } from "./startNode";

/** Connects to a local node until `close` is called. */
export function connectLocal(options: { url: string; node: NodeReady }): LocalChain & { close: () => void } {
  // Nothing is cached and nobody is waited for: blocks are mined on demand here.
  const provider = new JsonRpcProvider(options.url, undefined, {
    staticNetwork: true,
    cacheTimeout: -1,
    batchStallTime: 0,
  });
  const close = () => {
    provider.destroy();
  };
  return { ...bindLocal({ ...options, provider }), close };
}
