/** A node does not tell the logs of some blocks, however few of them it is asked for. */
export class LogsRefusedError extends Error {
  override readonly name = "LogsRefusedError";

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
