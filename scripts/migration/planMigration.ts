import { formatExact } from "./formatExact";
import { MigrationError } from "./MigrationError";
import type { LegacyState } from "./readLegacyState";
import type { BlockPoint, PlannedLock } from "./types";

/** What there is, and what would be moved in which order. */
export interface Plan {
  /** When it was read. */
  block: BlockPoint;
  locks: PlannedLock[];
  /** The locks that can be moved, in the order of their batches. */
  batches: PlannedLock[][];
  /** Σ amounts of the batches. */
  amount: bigint;
}

/**
 * Puts the locks that can be moved into batches. Locks that end in the same week write to the same slot, so they stand
 * together. Refuses if the locks are not all that there are, or not covered by tokens.
 */
export function planMigration(options: {
  locks: readonly PlannedLock[];
  state: Pick<LegacyState, "supply" | "tokenBalance">;
  block: BlockPoint;
  batchSize: number;
}): Plan {
  const { state, block, batchSize } = options;
  const locks = [...options.locks].sort(byEndThenAddress);
  const amount = countedInSupply(locks, state.supply);
  if (amount !== state.supply) {
    const advice =
      amount < state.supply
        ? "Owners are missing: begin earlier (--from-block), or name them in a file (--accounts)."
        : "More was found than it says to hold, so this is no legacy StakeWeight as known (--legacy).";
    throw new MigrationError(
      `The ${locks.length} locks found hold ${formatExact(amount)}, the legacy contract's supply is ` +
        `${formatExact(state.supply)}. ${advice}`,
    );
  }
  const transferred = sum(locks.map((lock) => lock.transferredAmount));
  if (state.tokenBalance < transferred) {
    throw new MigrationError(
      `The legacy contract holds ${formatExact(state.tokenBalance)}, but ${formatExact(transferred)} were transferred in ` +
        `for its locks. ${formatExact(transferred - state.tokenBalance)} have to be sent back to it before anything is moved; ` +
        "no list of accounts (--accounts) mends that.",
    );
  }
  const movable = locks.filter(({ status }) => status === "Ready");
  const batches = Array.from({ length: Math.ceil(movable.length / batchSize) }, (_, index) =>
    movable.slice(index * batchSize, (index + 1) * batchSize),
  );
  return { block, locks, batches, amount: sum(movable.map((lock) => lock.amount)) };
}

/** Σ amounts of the locks; where the legacy system counts in its supply only what was transferred in, that. */
export function countedInSupply(
  locks: readonly Pick<PlannedLock, "amount" | "transferredAmount">[],
  supply: bigint,
): bigint {
  const transferred = sum(locks.map((lock) => lock.transferredAmount));
  return transferred === supply ? transferred : sum(locks.map((lock) => lock.amount));
}

export function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}

function byEndThenAddress(a: PlannedLock, b: PlannedLock): number {
  if (a.end !== b.end) return a.end < b.end ? -1 : 1;
  return a.account.toLowerCase() < b.account.toLowerCase() ? -1 : 1;
}
