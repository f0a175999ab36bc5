import type { Filter, Log, Provider } from "ethers";

/** Blocks asked for at once; many nodes refuse more. */
const CHUNK = 10_000;

/** Below this it is not the number of blocks that a node objects to. */
const SMALLEST_CHUNK = 10;

/** All logs of the blocks `from` to `to`, in as many queries as the node asks for by refusing larger ones. */
export async function readLogs(options: {
  provider: Provider;
  filter: Filter;
  from: number;
  to: number;
}): Promise<Log[]> {
  const { provider, filter, from, to } = options;
  const logs: Log[] = [];
  let chunk = CHUNK;
  for (let fromBlock = from; fromBlock <= to;) {
    const toBlock = Math.min(fromBlock + chunk - 1, to);
    try {
      logs.push(...(await provider.getLogs({ ...filter, fromBlock, toBlock })));
    } catch (error) {
      if (chunk <= SMALLEST_CHUNK) throw error;
      chunk = Math.max(SMALLEST_CHUNK, Math.floor(chunk / 4));
      continue;
    }
    fromBlock = toBlock + 1;
  }
  return logs;
}
