/** How waiting grows with failures: `baseMs`, twice that, and so on, up to `capMs`. */
export interface BackoffTerms {
  baseMs: number;
  capMs: number;
}

/** How long to wait after so many failures in a row. */
export function backoffMs(failures: number, { baseMs, capMs }: BackoffTerms): number {
  // 2^30 bases are beyond any cap.
  return failures === 0 ? 0 : Math.min(capMs, baseMs * 2 ** Math.min(failures - 1, 30));
}

/**
 * Which jobs have to wait, because they failed. Forgets those that nobody asks for any longer, so it is never larger than what
 * is due.
 */
export class Backoff {
  readonly #terms: BackoffTerms;
  readonly #failed = new Map<string, { failures: number; until: number; askedAt: number }>();

  constructor(terms: BackoffTerms) {
    this.#terms = terms;
  }

  get size(): number {
    return this.#failed.size;
  }

  /** Whether the job may be tried. */
  isReady(key: string, now: number): boolean {
    const entry = this.#failed.get(key);
    if (!entry) return true;
    entry.askedAt = now;
    return entry.until <= now;
  }

  /** Lets the job wait. Returns how often in a row it had to. */
  failed(key: string, now: number): number {
    const failures = (this.#failed.get(key)?.failures ?? 0) + 1;
    this.#failed.set(key, { failures, until: now + backoffMs(failures, this.#terms), askedAt: now });
    return failures;
  }

  /** Forgets the jobs that were not asked for since twice the longest wait. */
  prune(now: number): void {
    for (const [key, { askedAt }] of this.#failed) {
      if (askedAt + 2 * this.#terms.capMs <= now) this.#failed.delete(key);
    }
  }
}
