import type { Filter, Log, Provider } from "ethers";
import { LogsRefusedError, readLogs } from "stakeweight-sdk/history";
import { describeFailure } from "./describeFailure";
import { MigrationError } from "./MigrationError";
import type { OnProgress } from "./types";

/** All logs of a filter, told as progress of `what`. */
export async function scanLogs(options: {
  provider: Provider;
  filter: Pick<Filter, "address" | "topics">;
  fromBlock: number;
  toBlock: number;
  /** What is scanned, for the progress and for errors. */
  what: string;
  onProgress?: OnProgress;
}): Promise<Log[]> {
  const { provider, filter, what, fromBlock, toBlock, onProgress } = options;
  const total = Math.max(toBlock - fromBlock + 1, 0);
  try {
    return await readLogs(provider, {
      filter,
      fromBlock,
      toBlock,
      onProgress: (done) => onProgress?.({ what, done, total }),
    });
  } catch (cause) {
    if (!(cause instanceof LogsRefusedError)) throw new MigrationError(`${what}: ${describeFailure(cause)}`, { cause });
    const { fromBlock: from, toBlock: to } = cause;
    const blocks = from === to ? `block ${from}` : `blocks ${from} to ${to}`;
    throw new MigrationError(`${what}: the RPC does not tell the logs of ${blocks}: ${describeFailure(cause.cause)}`, {
      cause,
    });
  }
}
