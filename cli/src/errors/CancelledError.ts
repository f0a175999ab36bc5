/** The person at the terminal pressed Ctrl-C at a question. */
export class CancelledError extends Error {
  override readonly name = "CancelledError";

  constructor() {
    super("cancelled; nothing was sent");
  }
}
