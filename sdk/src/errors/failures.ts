/** The node cannot be asked. Neither the message nor the cause has more of its URL than the host: the rest may hold a key. */
export class NodeUnreachableError extends Error {
  override readonly name = "NodeUnreachableError";

  constructor(
    readonly reason: NodeFailure,
    /** Of the node's URL: "rpc.example.org" or "127.0.0.1:8545"; undefined if it is not known. */
    readonly host: string | undefined,
    /** The answer's HTTP status, or the connection's error: "503", "ECONNREFUSED". */
    readonly detail?: string,
    options?: ErrorOptions,
  ) {
    const node = host === undefined ? "The node" : `The node at ${host}`;
    const why = detail === undefined ? "" : ` (${detail})`;
    super(`${node} ${nodeFailures[reason]}`.replace("{why}", why), options);
  }
}

const nodeFailures = {
  unreachable: "cannot be reached{why}; check that it runs, and that its URL is right.",
  timeout: "did not answer in time{why}; try again, or use another one.",
  rateLimited: "takes no more requests for now{why}; wait a little, or use one with a higher limit.",
  denied: "denies access{why}; check the key in its URL.",
  failing: "is failing{why}; try again later, or use another one.",
};

/** Why a node cannot be asked. */
export type NodeFailure = keyof typeof nodeFailures;

/** The sender has not enough ether for the gas. */
export class InsufficientGasFundsError extends Error {
  override readonly name = "InsufficientGasFundsError";

  constructor(
    /** The sender, if it is known. */
    readonly account: string | undefined,
    options?: ErrorOptions,
  ) {
    super(`${account ?? "The sender"} does not have enough ether for the gas; send it some, then try again.`, options);
  }
}

/** The signer did not want to sign. */
export class RejectedError extends Error {
  override readonly name = "RejectedError";

  constructor(options?: ErrorOptions) {
    super("The signature was rejected in the wallet; nothing was sent.", options);
  }
}

/** A transaction's nonce does not fit. */
export class NonceError extends Error {
  override readonly name = "NonceError";

  constructor(
    readonly reason: NonceFailure,
    options?: ErrorOptions,
  ) {
    super(nonceFailures[reason], options);
  }
}

const nonceFailures = {
  used: "The transaction's nonce is used already: another transaction of the same account came first. Try again.",
  ahead:
    "The transaction's nonce is ahead of the account's: send the ones before it first, or reset the wallet's nonce.",
  underpriced:
    "A transaction with the same nonce is waiting and pays as much: wait for it, or send this one with higher fees.",
  known: "The node has this transaction already; wait until it is mined.",
};

/** How a nonce does not fit. */
export type NonceFailure = keyof typeof nonceFailures;

/** The node answers, but with an error of its own, or with what cannot be an answer. */
export class NodeAnswerError extends Error {
  override readonly name = "NodeAnswerError";

  constructor(
    /** The node's own words; undefined if it has none. */
    readonly said: string | undefined,
    options?: ErrorOptions,
  ) {
    super(
      said === undefined
        ? "What the node answers makes no sense; check that its URL is right, or use another one."
        : `The node answers with an error: ${said.replace(/\.$/, "")}. Try again, or use another one.`,
      options,
    );
  }
}
