/** In the order of the bridge's enum. */
export const lockStatuses = [
  "None",
  "Ready",
  "PositionExists",
  "NotBacked",
  "EndNotWeekStart",
  "EndTooLate",
  "NoPreset",
] as const;

/** What the bridge would do with a lock. */
export type LockStatus = (typeof lockStatuses)[number];

/** A lock of the legacy system, as its storage has it. */
export interface Lock {
  account: string;
  /** In wei, above 0. */
  amount: bigint;
  /** Unix seconds; 0 if it is perpetual. */
  end: bigint;
  /** What of the amount was ever transferred in. */
  transferredAmount: bigint;
  /** Of a perpetual lock, in weeks; else 0. */
  presetWeeks: bigint;
}

export interface PlannedLock extends Lock {
  status: LockStatus;
}

/** The block that everything of one reading is read at, so that it fits together. */
export interface BlockPoint {
  number: number;
  /** Unix seconds. */
  timestamp: number;
}

/** The contracts of a migration. */
export interface MigrationAddresses {
  /** The proxy of the legacy StakeWeight. */
  legacy: string;
  stakeWeight: string;
}

/** What can be counted while it is read: "logs of the legacy contract", 1,000 of 20,000. */
export interface Progress {
  what: string;
  done: number;
  total: number;
}

export type OnProgress = (progress: Progress) => void;
