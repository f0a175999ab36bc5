/** An upgrade cannot be prepared. */
export class UpgradeError extends Error {
  override readonly name = "UpgradeError";
}
