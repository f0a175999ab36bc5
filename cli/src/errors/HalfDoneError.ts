import { describeError } from "stakeweight-sdk";
import type { Sent } from "../write/send.js";

/** Of several transactions some are done, and the next one failed: its error is the cause. */
export class HalfDoneError extends Error {
  override readonly name = "HalfDoneError";

  constructor(
    readonly sent: readonly Sent[],
    total: number,
    options: { cause: unknown },
  ) {
    const cause = describeError(options.cause);
    const done = sent.map(({ description, hash }) => `${description} (${hash})`).join(", ");
    super(
      `${cause instanceof Error ? cause.message : String(cause)} ${sent.length} of ${total} transactions are done: ${done}`,
      options,
    );
  }
}
