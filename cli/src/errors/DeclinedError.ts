/** The person at the terminal answered no. */
export class DeclinedError extends Error {
  override readonly name = "DeclinedError";

  constructor() {
    super("not confirmed; nothing was sent");
  }
}
