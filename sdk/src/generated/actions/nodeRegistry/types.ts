// Generated from the contracts by `npm run build`. Never edited.
/** The names of {@link Phase}, in the order of their numbers. */
export const phaseNames = ["One", "Two"] as const;

/**
 * Who measures, and who may enter.
 *
 * - `One`: A committee measures; operators enter by an allowlist.
 * - `Two`: The seated nodes measure each other; everybody may enter.
 */
export type Phase = (typeof phaseNames)[number];

/** The names of {@link Status}, in the order of their numbers. */
export const statusNames = ["None", "Standby", "Reserved", "Active", "Confined", "Deactivated"] as const;

/**
 * Where a node stands.
 *
 * - `None`: Never registered.
 * - `Standby`: Ready to be called up.
 * - `Reserved`: Seated, measured, to take over an active seat.
 * - `Active`: Seated, measured, serving.
 * - `Confined`: Failed; Reserved again 24 hours later.
 * - `Deactivated`: Out, until its operator registers it anew.
 */
export type Status = (typeof statusNames)[number];

/** The names of {@link Reason}, in the order of their numbers. */
export const reasonNames = ["Left", "CallUpMissed", "Unqualified", "Removed", "Equivocation"] as const;

/**
 * Why a node was deactivated.
 *
 * - `Left`: Its operator left.
 * - `CallUpMissed`: It did not confirm its call-up in time.
 * - `Unqualified`: Its position meets the requirement no longer.
 * - `Removed`: The registrar removed it, in Phase 1.
 * - `Equivocation`: It signed two different reports for one epoch.
 */
export type Reason = (typeof reasonNames)[number];

/** The nodes that were seated at the opening of an epoch: Active or Reserved. */
export interface SeatedSet {
  /** One bit per seat, set for the Active ones. */
  active: bigint;
  /** One bit per seat, set for the Reserved ones. */
  reserved: bigint;
  /** Who held those seats, in the order of their bits, the lowest first. */
  operators: string[];
}

/** What is known of a set when its epoch is finalized. */
export interface Scoring {
  /** The hash of the set at the opening of the epoch. */
  setHash: string;
  /** The seats of the set that were Active then. */
  active: bigint;
  /** The seats that were Reserved. */
  reserved: bigint;
  /** Per node of the set, in its order; 2^256 − 1 where there is none. */
  scores: bigint[];
  /** One bit per node of the set, in its order: whether its position qualifies now. */
  qualified: bigint;
}

/** From which scores on a node keeps and gets an active seat. Scores are in 1e18 fixed point. */
export interface Thresholds {
  /** Below it a node is confined; a score equal to it passes. */
  confinement: bigint;
  /** A Reserved node with at least this as its last score may become Active. */
  promotion: bigint;
  /** Confinement stops at so many Active nodes; with fewer, `confinement` is enough for a promotion. */
  activeFloor: bigint;
}

/** All that is kept of a node. */
export interface Node {
  /** Its status now. */
  status: Status;
  /** Its number in the order of registrations, a new one each time; 0 if it never registered. */
  registration: bigint;
  /** Whether it is Active or Reserved. */
  isSeated: boolean;
  /** If it is called up: until when it has to confirm. Otherwise 0. */
  confirmBy: bigint;
  /** While it is Confined: when that ends. If it was deactivated: from when on it can register anew. Otherwise 0. */
  returnsAt: bigint;
  /** Whether it was scored since it was seated. */
  hasScore: boolean;
  /** Its last score, in 1e18 fixed point. */
  lastScore: bigint;
}
