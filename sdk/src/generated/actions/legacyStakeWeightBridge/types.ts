// Generated from the contracts by `npm run build`. Never edited.
/** The names of {@link LockStatus}, in the order of their numbers. */
export const lockStatusNames = [
  "None",
  "Ready",
  "PositionExists",
  "NotBacked",
  "EndNotWeekStart",
  "EndTooLate",
  "NoPreset",
] as const;

/** None: no lock, or none any more. Ready: `migrate` moves it. PositionExists: the owner has a position already; the lock waits until the owner calls `join`, or until that position was withdrawn. NotBacked: what was transferred in is not the amount. EndNotWeekStart, EndTooLate, NoPreset: no position can have its terms; the second becomes Ready as the end comes nearer. */
export type LockStatus = (typeof lockStatusNames)[number];

export interface LockedBalance {
  amount: bigint;
  end: bigint;
  transferredAmount: bigint;
}

/** Weight at a time: an account's, or the total of all that decay. */
export interface Point {
  bias: bigint;
  slope: bigint;
  timestamp: bigint;
  blockNumber: bigint;
}
