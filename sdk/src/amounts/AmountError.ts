/** A text is no amount. */
export class AmountError extends Error {
  override readonly name = "AmountError";

  constructor(
    /** What was given. */
    readonly text: string,
    /** What is wrong with it: "has more than 18 decimals". */
    readonly reason: string,
  ) {
    super(`"${text}" is no amount: it ${reason}`);
  }
}
