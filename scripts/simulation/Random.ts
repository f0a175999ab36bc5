import { type RandomGenerator, unsafeUniformIntDistribution, xoroshiro128plus } from "pure-rand";

const FINE = 2 ** 30;

/** Numbers that look random and follow from the seed alone. */
export class Random {
  readonly #generator: RandomGenerator;

  constructor(seed: number) {
    this.#generator = xoroshiro128plus(seed);
  }

  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number {
    return unsafeUniformIntDistribution(from, to, this.#generator);
  }

  /** From 0 up to 1. */
  fraction(): number {
    return this.between(0, FINE - 1) / FINE;
  }

  chance(probability: number): boolean {
    return this.fraction() < probability;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.between(0, list.length - 1)]!;
  }

  /** One of the values, each as likely as its weight says. */
  pickWeighted<T>(choices: readonly (readonly [value: T, weight: number])[]): T {
    let left = this.fraction() * choices.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of choices) {
      left -= weight;
      if (left < 0) return value;
    }
    return choices.at(-1)![0];
  }

  /** An amount between both, every order of magnitude as likely as any other. */
  amount(from: bigint, to: bigint): bigint {
    const [low, high] = [Math.log(Number(from)), Math.log(Number(to))];
    const amount = BigInt(Math.round(Math.exp(low + this.fraction() * (high - low))));
    return amount < from ? from : amount > to ? to : amount;
  }
}
