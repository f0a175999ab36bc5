import type { Clock } from "../../../src/keeper/Clock.js";

/** A clock that goes on only while somebody sleeps. */
export class FakeClock implements Clock {
  #now: number;
  readonly slept: number[] = [];

  constructor(now = 1_700_000_000_000) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  advance(ms: number): void {
    this.#now += ms;
  }

  sleep(ms: number): Promise<void> {
    this.slept.push(ms);
    this.advance(ms);
    return Promise.resolve();
  }
}
