/** Who measures, as in the registry. */
export const Phase = { One: 0n, Two: 1n } as const;

export type Phase = (typeof Phase)[keyof typeof Phase];

/** The nodes that were seated at the opening of an epoch: Active or Reserved. */
export interface SeatedSet {
  /** One bit per seat, set for the Active ones. */
  active: bigint;
  /** One bit per seat, set for the Reserved ones. */
  reserved: bigint;
  /** Who held those seats, in the order of their bits, the lowest first. */
  operators: string[];
}

/** How measurements become a score. Weights in 1e18 fixed point. */
export interface ScoreParameters {
  uptimeWeight: bigint;
  latencyWeight: bigint;
  /** Up to here latency scores 1. */
  goodLatencyMs: bigint;
  /** From here on it scores 0. */
  badLatencyMs: bigint;
}

/** Which scores, in 1e18 fixed point, keep and get an active seat: multiples of 1e9. */
export interface Thresholds {
  /** Below it a node is confined; a score equal to it passes. */
  confinement: bigint;
  /** A Reserved node with at least this as its last score may become Active. */
  promotion: bigint;
  /** Confinement stops at so many Active nodes. */
  activeFloor: bigint;
}

/** How scores are paid and penalized, in basis points. */
export interface PayTerms {
  baseBps: bigint;
  reservedBps: bigint;
  shareCapBps: bigint;
  slashBps: bigint;
  equivocationSlashBps: bigint;
}

/** A reporter of Phase 1. */
export interface Member {
  reporter: string;
  /** Whose node it never scores; zero for an independent one. */
  operator: string;
}

/** All that governs the measurement, the confinement and the pay of an epoch. */
export interface Configuration {
  score: ScoreParameters;
  thresholds: Thresholds;
  pay: PayTerms;
  committee: Member[];
}

/** What was measured of a node in an epoch. */
export interface Measurement {
  /** Successful probes, at most 65,535. */
  successes: bigint;
  /** All probes, at most 65,535. */
  probes: bigint;
  /** Sum of the latencies of the successful ones, below 2^32. */
  latencySumMs: bigint;
}

/** No probe was made. */
export const NO_DATA = "noData";

/** What a report says of a node. */
export type Entry = Measurement | typeof NO_DATA;

/** What a reporter signs. */
export interface Report {
  epoch: bigint;
  phase: Phase;
  /** The committee member's address in Phase 1, the operator's in Phase 2. */
  reporter: string;
  setHash: string;
  configurationHash: string;
  dataHash: string;
}

/** A report as the oracle takes it. */
export interface SignedReport {
  /** The reporter's place in the committee in Phase 1, in the seated set in Phase 2. */
  index: bigint;
  data: string;
  signature: string;
}

/** Where a signature is valid. */
export interface Domain {
  chainId: bigint;
  /** The address of the contract that checks it. */
  contract: string;
}

/** A report as it is exchanged off chain. It says what it was signed for, so that it can be told from a forged one. */
export interface SignedReportEnvelope {
  domain: Domain;
  report: Report;
  data: string;
  signature: string;
}

/** Who may report on an epoch. */
export interface Reporter {
  /** Its place in the committee in Phase 1, in the seated set in Phase 2. */
  index: bigint;
  /** As `report.reporter` says it. */
  address: string;
  /** Who signs: itself in Phase 1, its node's key in Phase 2. */
  signer: string;
  /** Whose node it never scores; zero for none. */
  operator: string;
  /** 1 in Phase 1; in Phase 2 the stake weight at the opening, in wei, before it is capped. */
  weight: bigint;
}
