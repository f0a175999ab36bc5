/** What an operation cost in a week. */
export interface GasOfWeek {
  /** Counted from 1. */
  week: number;
  count: number;
  median: number;
  max: number;
}

/** What every operation costs, week by week. */
export class GasLog {
  readonly #running = new Map<string, number[]>();
  readonly #weeks = new Map<string, GasOfWeek[]>();

  record(operation: string, gasUsed: number): void {
    const list = this.#running.get(operation);
    if (list) list.push(gasUsed);
    else this.#running.set(operation, [gasUsed]);
  }

  /** Closes week number `week`. */
  finish(week: number): void {
    for (const [operation, gas] of this.#running) {
      gas.sort((a, b) => a - b);
      const ofWeek = { week, count: gas.length, median: gas[Math.floor((gas.length - 1) / 2)]!, max: gas.at(-1)! };
      const weeks = this.#weeks.get(operation) ?? [];
      this.#weeks.set(operation, [...weeks, ofWeek]);
    }
    this.#running.clear();
  }

  /** By operation, in the order of their names. */
  weeks(): Map<string, GasOfWeek[]> {
    return new Map([...this.#weeks].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}
