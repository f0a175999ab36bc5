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

/** A report as it is handed in. */
export interface SignedReport {
  /** The reporter: its place in the committee in Phase 1, in the seated set in Phase 2. */
  index: bigint;
  /** Per node of the seated set, in its order, 8 bytes: successful probes (2), all probes (2), sum of the latencies of the successful ones in milliseconds (4). No probes is no data. */
  data: string;
  /** The reporter's signature of `reportDigest`, 65 bytes. */
  signature: string;
}

/** What a committee member signs, by EIP-712. */
export interface WalletReport {
  /** The period in which was counted. */
  period: bigint;
  /** The member's address. */
  reporter: string;
  /** The hash of the configuration in force in the last epoch of the period. */
  configurationHash: string;
  /** keccak256 of the data. */
  dataHash: string;
}

/** All that is kept of a wallet. */
export interface Wallet {
  /** Who registered it and sets where its pay goes; zero if there is none of this id. */
  owner: string;
  /** Where its pay goes. */
  payout: string;
  /** What it has earned and not been paid, in wei. */
  owed: bigint;
  /** Whether it is certified now. */
  isCertified: boolean;
}
