/** Counts that no report may have. */
export class WalletCountsError extends Error {
  override readonly name = "WalletCountsError";
  /** The place of the entry, from 0 on; undefined if it is about all of them. */
  readonly entry: number | undefined;

  constructor(problem: { reason: string; entry?: number; cause?: unknown }) {
    const { reason, entry, cause } = problem;
    super(entry === undefined ? reason : `entry ${entry}: ${reason}`, { cause });
    this.entry = entry;
  }
}
