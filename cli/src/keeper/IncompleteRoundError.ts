/** The keeper could not look after everything. */
export class IncompleteRoundError extends Error {
  override readonly name = "IncompleteRoundError";

  constructor(
    /** Why, in the words of its health. */
    readonly reasons: readonly string[],
  ) {
    super(`not everything could be looked after: ${reasons.join("; ") || "it was ended before"}`);
  }
}
