import type { Obstacle } from "./preflight";
import type { SimulatedBatch } from "./simulateBatches";
import type { BlockPoint, LockStatus } from "./types";

/** Grows when a field changes its meaning or goes. */
export const REPORT_VERSION = 1;

/** What became of a lock. */
export type LockOutcome = "moved" | "joined" | "withdrawn" | "left";

export interface ReportedAccount {
  account: string;
  outcome: LockOutcome;
  /** Of a lock that is left, what the bridge says to it; "None" of one that is gone. */
  status: LockStatus;
  /** Of a withdrawn lock, what was paid. */
  amount: bigint;
  transferredAmount: bigint;
  /** Unix seconds; 0 if perpetual. Null where no event tells it: of joined and withdrawn locks. */
  end: bigint | null;
  /** In weeks; 0 if it has an end. Null like `end`. */
  presetWeeks: bigint | null;
  /** Null if it is left. */
  transactionHash: string | null;
}

export interface Sum {
  locks: number;
  /** In wei. */
  amount: bigint;
}

/** One side of an equation. */
interface Side {
  what: string;
  value: bigint | number | string;
}

export interface Check {
  name: string;
  left: Side;
  relation: "=" | "≥";
  right: Side;
  holds: boolean;
}

/** A batch as it was sent in this run. */
export interface ReportedBatch {
  number: number;
  transactionHash: string | null;
  blockNumber: number | null;
  gasUsed: bigint;
  moved: Sum;
  /** Accounts that were planned and not moved. */
  left: { account: string; status: LockStatus }[];
  gone: string[];
}

/**
 * All that is known of a migration, from the chain alone but for `run`, which tells of this run. Written as JSON, with
 * every bigint as a string of digits.
 */
export interface Report {
  schemaVersion: number;
  chainId: number;
  /** When everything but `run` was read. */
  block: BlockPoint;
  dryRun: boolean;
  /** Whether everything that can be moved was, and all sums agree. */
  complete: boolean;
  /** Why the run ended early, if it did. */
  stopped: string | null;
  addresses: { legacy: string; implementation: string; stakeWeight: string; token: string };
  checks: Check[];
  totals: {
    moved: Sum;
    joined: Sum;
    withdrawn: Sum;
    left: Sum & { transferredAmount: bigint; byStatus: Partial<Record<LockStatus, Sum>> };
    /** Σ amounts of locks, as the legacy contract keeps it now. */
    supply: bigint;
    /** Tokens of the legacy contract now. */
    tokenBalance: bigint;
    /** What it holds beyond what was transferred in for the locks that are left. */
    surplus: bigint;
  };
  run: {
    /** Null in a dry run. */
    sender: string | null;
    /** What the plan was made from. */
    block: BlockPoint;
    tokenBalanceBefore: bigint;
    planned: Sum & { batches: number };
    batches: ReportedBatch[];
    simulated: SimulatedBatch[];
    gasUsed: bigint;
    /** Null if nothing was moved in this run. */
    averageGasPerLock: bigint | null;
    /** Locks compared with their positions, and those moved so long ago that only events could be compared. */
    verified: { byState: number; byEvents: number };
  };
  obstacles: Obstacle[];
  accounts: ReportedAccount[];
}

/** The report as it is written to a file. */
export function stringifyReport(report: Report): string {
  const text = JSON.stringify(report, (_, value: unknown) => (typeof value === "bigint" ? value.toString() : value), 2);
  return `${text}\n`;
}
