import type { Filter, Log, Provider } from "ethers";
import { describeFailure } from "./describeFailure";
import { MigrationError } from "./MigrationError";
import type { OnProgress } from "./types";
import { isUnreachable } from "./withRetries";

/**
 * All logs of a filter, block by block. RPCs limit the blocks or the logs of one answer, each in its own words: the range
 * is halved whenever one refuses, and grows again slowly.
 */
export async function scanLogs(options: {
  provider: Provider;
  filter: Pick<Filter, "address" | "topics">;
  fromBlock: number;
  toBlock: number;
  /** What is scanned, for the progress and for errors. */
  what: string;
  onProgress?: OnProgress;
}): Promise<Log[]> {
  const { provider, filter, fromBlock, toBlock, what, onProgress } = options;
  const total = Math.max(toBlock - fromBlock + 1, 0);
  const logs: Log[] = [];
  let size = total;
  for (let start = fromBlock; start <= toBlock;) {
    const end = Math.min(start + size - 1, toBlock);
    let part: Log[];
    try {
      part = await provider.getLogs({ ...filter, fromBlock: start, toBlock: end });
    } catch (cause) {
      if (start === end || isUnreachable(cause)) {
        const blocks = start === end ? `block ${start}` : `blocks ${start} to ${end}`;
        throw new MigrationError(`${what}: the RPC does not tell the logs of ${blocks}: ${describeFailure(cause)}`, {
          cause,
        });
      }
      size = Math.ceil((end - start + 1) / 2);
      continue;
    }
    for (const log of part) logs.push(log);
    start = end + 1;
    size += Math.ceil(size / 8);
    onProgress?.({ what, done: start - fromBlock, total });
  }
  return logs;
}
