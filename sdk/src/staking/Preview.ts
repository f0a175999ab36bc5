import type { Position } from "../generated/actions/stakeWeight/types.js";

/** Stake weight at a second. */
export interface WeightPoint {
  /** Unix seconds. */
  timestamp: bigint;
  /** In wei, rounded down. */
  weight: bigint;
}

/** What StakeWeight would refuse an action for: the name and the values of its error. */
export interface Refusal {
  error: string;
  args: Record<string, unknown>;
}

/** What an action would do to a position. Amounts and weights in wei, times in unix seconds. */
export interface Preview {
  account: string;
  /** The second in which the action takes effect. */
  at: bigint;
  /** The position up to then. */
  before: Position;
  /** The position from then on; `before` if the action is refused. */
  after: Position;
  weightBefore: bigint;
  weightAfter: bigint;
  /** Remaining lock time in seconds. */
  remainingBefore: bigint;
  remainingAfter: bigint;
  /**
   * When the position becomes withdrawable: while Locked, if the unlock were initiated in the same second; otherwise its end,
   * which may have passed. Undefined without a position.
   */
  unlockEnd: bigint | undefined;
  /** Why the action is refused; undefined if it is not. Neither tokens nor allowance are looked at. */
  refusal: Refusal | undefined;
  /**
   * The weight from `at` on if nothing else happens: then, at every week's start, and at the end. While Locked it does not
   * change, and is told for as many weeks as the preset has.
   */
  timeline: WeightPoint[];
}
