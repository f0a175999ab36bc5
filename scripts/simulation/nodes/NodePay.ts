/** The nodes' pay by the rules: what was funded for each epoch, what each operator earned of it, and what is carried on. */
export class NodePay {
  totalFunded = 0n;
  totalPaid = 0n;
  carried = 0n;

  readonly #fundings = new Map<number, bigint>();
  readonly #owed = new Map<string, bigint>();
  #openEpoch = 0;

  fund(epoch: number, amount: bigint): void {
    this.#fundings.set(epoch, (this.#fundings.get(epoch) ?? 0n) + amount);
    this.totalFunded += amount;
  }

  /** What `epoch` has to share: its funding, that of all before it that were not settled, and what was not earned in others. */
  budgetOf(epoch: number): bigint {
    let budget = this.carried;
    for (const [funded, amount] of this.#fundings) if (funded >= this.#openEpoch && funded <= epoch) budget += amount;
    return budget;
  }

  settle(epoch: number, earnings: readonly (readonly [operator: string, amount: bigint])[]): void {
    let left = this.budgetOf(epoch);
    for (const [operator, amount] of earnings) {
      left -= amount;
      this.#owed.set(operator.toLowerCase(), this.owedTo(operator) + amount);
    }
    this.carried = left;
    this.#openEpoch = epoch + 1;
    for (const funded of [...this.#fundings.keys()]) if (funded <= epoch) this.#fundings.delete(funded);
  }

  owedTo(operator: string): bigint {
    return this.#owed.get(operator.toLowerCase()) ?? 0n;
  }

  totalOwed(): bigint {
    return [...this.#owed.values()].reduce((sum, amount) => sum + amount, 0n);
  }

  /** Funded for epochs that are still to be settled. */
  unsettled(): bigint {
    return [...this.#fundings.values()].reduce((sum, amount) => sum + amount, 0n);
  }

  claim(operator: string): bigint {
    const amount = this.owedTo(operator);
    this.#owed.set(operator.toLowerCase(), 0n);
    this.totalPaid += amount;
    return amount;
  }
}
