import type { DroppedReport } from "./planWalletFinalization";

/** A period cannot be finalized, or not yet. */
export class WalletFinalizationError extends Error {
  override readonly name = "WalletFinalizationError";
  /** From this second on it can; undefined if time alone does not help. */
  readonly from: bigint | undefined;
  /** What was not counted, and why. */
  readonly dropped: readonly DroppedReport[];

  constructor(problem: { reason: string; from?: bigint; dropped?: readonly DroppedReport[]; cause?: unknown }) {
    const { reason, from, dropped = [], cause } = problem;
    super(reason, { cause });
    this.from = from;
    this.dropped = dropped;
  }
}
