import type { Interface } from "ethers";
import type { Step } from "../Step";

/** The contracts that hold tokens for others. */
export const pools = ["stakes", "rewards", "nodes", "wallets"] as const;

export type Pool = (typeof pools)[number];

/** All tokens, to the wei: who holds how many. In the beginning the treasury has all of them. */
export class Treasury {
  readonly holder: string;
  readonly supply: bigint;
  readonly #token: { address: string; interface: Interface };
  readonly #balances = new Map<string, bigint>();

  constructor(options: { holder: string; supply: bigint; token: { address: string; interface: Interface } }) {
    this.holder = options.holder.toLowerCase();
    this.supply = options.supply;
    this.#token = options.token;
    this.#balances.set(this.holder, options.supply);
  }

  balanceOf(holder: string): bigint {
    return this.#balances.get(holder.toLowerCase()) ?? 0n;
  }

  holders(): string[] {
    return [...this.#balances.keys()].filter((holder) => !pools.some((pool) => pool === holder));
  }

  /** A transfer out of the treasury. */
  give(to: string, amount: bigint): Step {
    const data = this.#token.interface.encodeFunctionData("transfer", [to, amount]);
    return {
      operation: "transfer",
      from: this.holder,
      to: this.#token.address,
      data,
      isAllowed: true,
      done: () => {
        this.move(this.holder, to, amount);
      },
    };
  }

  /** `from` pays into a pool. */
  pay(from: string, pool: Pool, amount: bigint): void {
    this.move(from, pool, amount);
  }

  /** `to` is paid out of a pool. */
  receive(to: string, pool: Pool, amount: bigint): void {
    this.move(pool, to, amount);
  }

  move(from: string, to: string, amount: bigint): void {
    this.#balances.set(from.toLowerCase(), this.balanceOf(from) - amount);
    this.#balances.set(to.toLowerCase(), this.balanceOf(to) + amount);
  }
}
