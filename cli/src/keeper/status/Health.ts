import type { Clock } from "../Clock.js";

/** The keeper's state, for whoever watches it. */
export interface HealthReport {
  status: "ok" | "degraded";
  /** Why it is degraded. */
  reasons: string[];
}

/** Collects what is wrong. Each concern has one reason at most, which stands until it is cleared. */
export class Health {
  readonly #clock: Clock;
  readonly #overdueMs: number;
  readonly #reasons = new Map<string, string>([["rounds", "no round has been completed yet"]]);
  #completedAt: number;

  constructor(options: {
    clock: Clock;
    /** How long a round may take to be completed. */
    overdueMs: number;
  }) {
    this.#clock = options.clock;
    this.#overdueMs = options.overdueMs;
    this.#completedAt = options.clock.now();
  }

  /** Returns whether that is new. */
  report(concern: string, reason: string): boolean {
    const isNew = !this.#reasons.has(concern);
    this.#reasons.set(concern, reason);
    return isNew;
  }

  /** Returns whether something was wrong. */
  clear(concern: string): boolean {
    return this.#reasons.delete(concern);
  }

  completedRound(): void {
    this.#completedAt = this.#clock.now();
    this.clear("rounds");
  }

  get now(): HealthReport {
    const reasons = [...this.#reasons.values()];
    const silentMs = this.#clock.now() - this.#completedAt;
    if (silentMs > this.#overdueMs) reasons.push(`no round was completed for ${Math.round(silentMs / 1000)} seconds`);
    return { status: reasons.length === 0 ? "ok" : "degraded", reasons };
  }
}
