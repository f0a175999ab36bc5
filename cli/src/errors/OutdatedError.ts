/** What was shown holds no longer: the person at the terminal agreed to something else. */
export class OutdatedError extends Error {
  override readonly name = "OutdatedError";

  constructor(change: string) {
    super(`${change} than was shown; nothing was sent, start again`);
  }
}
