/** The newest block, as an RPC tells it. */
export interface Head {
  number: number;
  /** Unix seconds. */
  timestamp: number;
  hash: string;
  /** In wei; null where blocks have none. */
  baseFeePerGas: bigint | null;
}

/** What an RPC's head must not do. */
export interface HeadTerms {
  /** How far its timestamp may be from the clock, before or behind, and how long it may stand still; 0 for as long as it likes. */
  toleranceMs: number;
  /** How many blocks it may go back: what a reorganization of the chain does, and nodes behind one address that are not at the same block. */
  reorgDepth: number;
}

/** Remembers what one RPC said of its head, and tells why it cannot be true. */
export class HeadGuard {
  readonly #terms: HeadTerms;
  #highest: { number: number; timestamp: number; since: number } | undefined;

  constructor(terms: HeadTerms) {
    this.#terms = terms;
  }

  /** What is wrong with the head; undefined if nothing is. */
  judge(head: Head, now: number): string | undefined {
    return this.#compareWithClock(head, now) ?? this.#compareWithPast(head, now);
  }

  #compareWithClock({ number, timestamp }: Head, now: number): string | undefined {
    const { toleranceMs } = this.#terms;
    if (toleranceMs === 0) return undefined;
    const ageMs = now - timestamp * 1000;
    if (Math.abs(ageMs) <= toleranceMs) return undefined;
    const seconds = Math.round(Math.abs(ageMs) / 1000);
    return `its head, block ${number}, is ${seconds} seconds ${ageMs > 0 ? "old" : "ahead of the clock"}`;
  }

  #compareWithPast({ number, timestamp }: Head, now: number): string | undefined {
    const { toleranceMs, reorgDepth } = this.#terms;
    const highest = this.#highest;
    const isBack = highest !== undefined && number < highest.number - reorgDepth;
    if (highest === undefined || number > highest.number || isBack) {
      // Said once, a lower head is where it starts from again: the chain may have gone back indeed.
      this.#highest = { number, timestamp, since: now };
    }
    if (highest === undefined) return undefined;
    if (isBack) return `its head went back from block ${highest.number} to ${number}`;
    if (number > highest.number) {
      return timestamp < highest.timestamp
        ? `its head, block ${number}, is older than block ${highest.number}`
        : undefined;
    }
    const stoodMs = now - highest.since;
    if (toleranceMs === 0 || stoodMs <= toleranceMs) return undefined;
    return `its head has stood at block ${highest.number} for ${Math.round(stoodMs / 1000)} seconds`;
  }
}
