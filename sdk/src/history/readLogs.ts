import { type Filter, isError, type Log, type Provider } from "ethers";
import { describeError } from "../errors/describeError.js";
import { LogsRefusedError } from "./LogsRefusedError.js";

/** Blocks asked for at once; many nodes refuse more. */
const CHUNK = 10_000;

/** What logs are searched by, as a node has it; null stands for anything. */
export type LogFilter = Pick<Filter, "address" | "topics">;

/**
 * All logs of the blocks from `fromBlock` to `toBlock`, both included, in their order. Nodes limit the blocks or the logs of one
 * answer, each in its own words: the range is halved whenever one refuses, and grows again slowly.
 *
 * Throws {@link LogsRefusedError} if not even one block is told, and at once if nobody answers.
 */
export async function readLogs(
  provider: Provider,
  options: {
    filter: LogFilter;
    fromBlock: number;
    toBlock: number;
    /** Told the number of blocks that are done. */
    onProgress?: (done: number) => void;
  },
): Promise<Log[]> {
  const { filter, fromBlock, toBlock, onProgress } = options;
  const logs: Log[] = [];
  let size = CHUNK;
  // Each round goes on by a block at least, or halves the range.
  for (let start = fromBlock; start <= toBlock;) {
    const end = Math.min(start + size - 1, toBlock);
    let part: Log[];
    try {
      part = await provider.getLogs({ ...filter, fromBlock: start, toBlock: end });
    } catch (cause) {
      if (isUnreachable(cause)) throw describeError(cause);
      if (start === end) throw new LogsRefusedError(start, end, { cause });
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

/** Whether nobody answers at all. A server's error or a time-out may well be for want of a smaller range. */
function isUnreachable(error: unknown): boolean {
  if (isError(error, "NETWORK_ERROR")) return true;
  const code: unknown = error instanceof Error && "code" in error ? error.code : undefined;
  return ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"].includes(String(code));
}
