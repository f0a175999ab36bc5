/** A transaction was sent, but did not do what it should. */
export class TransactionError extends Error {
  override readonly name = "TransactionError";

  constructor(
    message: string,
    readonly hash: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
