import type { Filter, Log, Provider } from "ethers";
import { isUnreachable } from "./withRetries";

/** Blocks asked for at once; many nodes refuse more. */
const CHUNK = 10_000;

/** A node does not tell the logs of some blocks, however few of them it is asked for. */
export class LogError extends Error {
  override readonly name = "LogError";

  constructor(
    readonly fromBlock: number,
    readonly toBlock: number,
    options: { cause: unknown },
  ) {
    const blocks = fromBlock === toBlock ? `block ${fromBlock}` : `blocks ${fromBlock} to ${toBlock}`;
    const { cause } = options;
    super(`the node does not tell the logs of ${blocks}: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}

/**
 * All logs of the blocks from `fromBlock` to `toBlock`. Nodes limit the blocks or the logs of one answer, each in its own
 * words: the range is halved whenever one refuses, and grows again slowly. Throws {@link LogError}.
 */
export async function readLogs(options: {
  provider: Provider;
  filter: Pick<Filter, "address" | "topics">;
  fromBlock: number;
  toBlock: number;
  /** Told the number of blocks that are done. */
  onProgress?: (done: number) => void;
}): Promise<Log[]> {
  const { provider, filter, fromBlock, toBlock, onProgress } = options;
  const logs: Log[] = [];
  let size = CHUNK;
  for (let start = fromBlock; start <= toBlock;) {
    const end = Math.min(start + size - 1, toBlock);
    let part: Log[];
    try {
      part = await provider.getLogs({ ...filter, fromBlock: start, toBlock: end });
    } catch (cause) {
      if (start === end || isUnreachable(cause)) throw new LogError(start, end, { cause });
      size = Math.ceil((end - start + 1) / 2);
      continue;
    }
    for (const log of part) logs.push(log);
    start = end + 1;
    size = Math.min(size + Math.ceil(size / 8), CHUNK);
    onProgress?.(start - fromBlock);
  }
  return logs;
}
