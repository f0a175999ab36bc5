/** How an RPC failed. */
export type RpcFailureKind =
  /** No connection, or one that broke. */
  | "unreachable"
  /** No answer in time. */
  | "timeout"
  /** An answer that is none: an HTTP error, no JSON, another request's. */
  | "answer"
  /** Another chain. */
  | "chain"
  /** A head that cannot be true. */
  | "head"
  /** It failed a moment ago and is left alone. */
  | "resting"
  /** The keeper is ending. */
  | "stopped";

/** An RPC did not answer as one should. Its message names the host only: paths and queries of RPCs hold keys. */
export class RpcFailure extends Error {
  override readonly name = "RpcFailure";

  constructor(
    readonly endpoint: string,
    readonly kind: RpcFailureKind,
    reason: string,
    options?: ErrorOptions,
  ) {
    super(`${endpoint}: ${reason}`, options);
  }

  /** The failure that an error comes from, if it comes from one. */
  static in(error: unknown): RpcFailure | undefined {
    // An error has a handful of causes; the bound is against circles.
    for (let depth = 0; depth < 8 && error instanceof Error; ++depth) {
      if (error instanceof RpcFailure) return error;
      error = error.cause;
    }
    return undefined;
  }
}
