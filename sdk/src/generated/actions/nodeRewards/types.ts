// Generated from the contracts by `npm run build`. Never edited.
/** The names of {@link Offence}, in the order of their numbers. */
export const offenceNames = ["Confinement", "Equivocation"] as const;

/**
 * What a slash is for.
 *
 * - `Confinement`: A score below the threshold.
 * - `Equivocation`: Two different reports for one epoch.
 */
export type Offence = (typeof offenceNames)[number];

/** The names of {@link SlashState}, in the order of their numbers. */
export const slashStateNames = ["None", "Pending", "Executed", "Vetoed"] as const;

/**
 * Where a slash stands.
 *
 * - `None`: Never proposed, or there was nothing to take.
 * - `Pending`: Can be vetoed until it is due, executed from then on.
 * - `Executed`: Taken.
 * - `Vetoed`: Given back.
 */
export type SlashState = (typeof slashStateNames)[number];

/** An epoch's outcome, as it is settled. */
export interface Outcome {
  /** The nodes that were seated at the opening, in the order of their seats. */
  operators: string[];
  /** Their stake weights at the opening, in wei. */
  weights: bigint[];
  /** Their scores, in 1e18 fixed point; read only of those that are paid. */
  scores: bigint[];
  /** The seats that were Active at the opening. */
  active: bigint;
  /** The seats that were Reserved. */
  reserved: bigint;
  /** The seats that are paid. */
  paid: bigint;
  /** The seats whose nodes were confined, and so are slashed. */
  confined: bigint;
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

/** A slash. */
export interface Slash {
  /** In wei. */
  amount: bigint;
  /** From this second on it can be executed, and not be vetoed any more. */
  dueAt: bigint;
  /** Where it stands. */
  state: SlashState;
}
