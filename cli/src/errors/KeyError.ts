/** A key could not be read: no such keystore, a wrong password. */
export class KeyError extends Error {
  override readonly name = "KeyError";
}
