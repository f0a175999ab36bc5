/** The keeper could not look after everything. */
export class IncompleteRoundError extends Error {
  override readonly name = "IncompleteRoundError";

  constructor(
    /** Why, in its own words. */
    readonly reasons: readonly string[],
  ) {
    super(`not everything could be looked after: ${reasons.join("; ") || "it was ended before"}`);
  }
}
