// Generated from the contracts by `npm run build`. Never edited.
/** How measurements become a score. */
export interface ScoreParameters {
  /** Wu, 1e18 for 1. Above 0, at most 2e18. */
  uptimeWeight: bigint;
  /** Wl, likewise. */
  latencyWeight: bigint;
  /** Up to here latency scores 1. */
  goodLatencyMs: bigint;
  /** From here on it scores 0; above `goodLatencyMs`. */
  badLatencyMs: bigint;
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

/** How an epoch's scores are paid and penalized. Shares in basis points, 10,000 for 1. */
export interface PayTerms {
  /** α: the part of the pay that does not depend on the score. 0..10,000. */
  baseBps: bigint;
  /** What a Reserved node gets of an Active one's pay. 0..10,000. */
  reservedBps: bigint;
  /** The most of the budget that one node gets. 1..10,000. */
  shareCapBps: bigint;
  /** What a confined node loses of its position. 0..100. */
  slashBps: bigint;
  /** What a reporter loses that signed two different reports. 0..100. */
  equivocationSlashBps: bigint;
}

/** A reporter of Phase 1. */
export interface Member {
  /** The address that signs. */
  reporter: string;
  /** Whose node it never scores: the operator it belongs to; zero for an independent one. */
  operator: string;
}

/** All that governs the measurement, the confinement and the pay of an epoch. */
export interface Configuration {
  /** How measurements become scores. */
  score: ScoreParameters;
  /** Which scores keep and get a seat. */
  thresholds: Thresholds;
  /** How scores are paid and penalized. */
  pay: PayTerms;
  /** The reporters of Phase 1, 1 to 32 of them, no address twice. */
  committee: Member[];
}

/** The nodes that were seated at the opening of an epoch: Active or Reserved. */
export interface SeatedSet {
  /** One bit per seat, set for the Active ones. */
  active: bigint;
  /** One bit per seat, set for the Reserved ones. */
  reserved: bigint;
  /** Who held those seats, in the order of their bits, the lowest first. */
  operators: string[];
}

/** A report as it is handed in. */
export interface SignedReport {
  /** The reporter: its place in the committee in Phase 1, in the seated set in Phase 2. */
  index: bigint;
  /** Per node of the seated set, in its order, 8 bytes: successful probes (2), all probes (2), sum of the latencies of the successful ones in milliseconds (4). No probes is no data. */
  data: string;
  /** The reporter's signature of `reportDigest`, 65 bytes. */
  signature: string;
}

/** The names of {@link Phase}, in the order of their numbers. */
export const phaseNames = ["One", "Two"] as const;

/**
 * Who measures, and who may enter.
 *
 * - `One`: A committee measures; operators enter by an allowlist.
 * - `Two`: The seated nodes measure each other; everybody may enter.
 */
export type Phase = (typeof phaseNames)[number];

/** What a reporter signs, by EIP-712. */
export interface Report {
  /** The epoch that was measured. */
  epoch: bigint;
  /** The phase in force in it. */
  phase: Phase;
  /** The committee member's address in Phase 1, the operator's in Phase 2. */
  reporter: string;
  /** The hash of the set seated at the opening. */
  setHash: string;
  /** The hash of the configuration in force. */
  configurationHash: string;
  /** keccak256 of the data. */
  dataHash: string;
}
