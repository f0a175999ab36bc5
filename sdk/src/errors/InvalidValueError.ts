import { isError } from "ethers";

/** A value that was handed in is not what its parameter takes. */
export class InvalidValueError extends Error {
  override readonly name = "InvalidValueError";

  constructor(
    /** The parameter. */
    readonly parameter: string,
    readonly value: unknown,
    /** What it takes. */
    readonly expected: string,
    options?: ErrorOptions,
  ) {
    super(`${parameter} is ${String(value)}; it must be ${expected}`, options);
  }

  /** The same of what ethers refuses to encode; any other error is returned as it is. */
  static from(error: unknown, signature: string): unknown {
    if (!isError(error, "INVALID_ARGUMENT")) return error;
    return new InvalidValueError(error.argument, error.value, `what ${signature} takes: ${error.shortMessage}`, {
      cause: error,
    });
  }
}
