// Generated from the contracts by `npm run build`. Never edited.
/** The names of {@link State}, in the order of their numbers. */
export const stateNames = ["None", "Locked", "Unlocking", "Unlocked"] as const;

/** None: no position. Locked: perpetual, no decay. Unlocking: decays to 0. Unlocked: weight 0, withdrawable. */
export type State = (typeof stateNames)[number];

/** A straight line over time, f(t) = intercept · 1 week − slope · t, in wei · seconds of remaining lock time. */
export interface Line {
  intercept: bigint;
  slope: bigint;
}

/** A lock of the legacy system as it arrives here. */
export interface LegacyLock {
  /** Its owner. */
  account: string;
  /** In wei, above 0. */
  amount: bigint;
  /** Of a perpetual lock: 4, 8, 12, 26, 52, 78 or 104. Of one with an end: 0. */
  presetWeeks: bigint;
  /** When it ends, a week start in unix seconds, at most 105 weeks ahead, may be past; 0 if it is perpetual. */
  unlockEnd: bigint;
}

export interface Position {
  /** In wei. */
  amount: bigint;
  /** The chosen unlock duration in weeks; what the position was unlocked from while Unlocking, 0 if it arrived from the legacy system with an end. */
  presetWeeks: bigint;
  /** When the position becomes withdrawable, unix seconds; 0 while Locked. */
  unlockEnd: bigint;
  state: State;
}
