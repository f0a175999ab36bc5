import { MultiBar, type SingleBar } from "cli-progress";
import { cyan, dim, green, yellow } from "picocolors";
import { formatWct } from "../format/formatWct";
import { count } from "./formatMigration";
import { sum } from "./planMigration";
import type { BatchResult } from "./runMigration";
import type { Progress } from "./types";

/** Tells a migration as it comes along; on a terminal with a progress bar below. */
export class MigrationDisplay {
  readonly #stream: NodeJS.WriteStream;
  #bars: MultiBar | undefined;
  #bar: SingleBar | undefined;

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  progress({ what, done, total }: Progress): void {
    this.#update(done, total, what);
    if (done === total) this.#finish(`${green("✓")} ${what}`);
  }

  sent({ number, total, hash }: { number: number; total: number; hash: string }): void {
    this.#update(number - 1, total, "batches");
    this.#print(`${dim(`batch ${number}/${total}`)}  sent: ${hash}`);
  }

  verified(result: BatchResult, total: number): void {
    const { number, transaction, moved, left, gone } = result;
    this.#update(number, total, "batches");
    const place = dim(`batch ${number}/${total}`);
    const amount = formatWct(sum(moved.map((lock) => lock.amount)));
    const text = transaction
      ? `${green("✓")} ${count(moved.length, "lock")}, ${amount} WCT, moved and verified`
      : "nothing left to move, nothing sent";
    this.#print(`${place}  ${text}`);
    for (const { account, status } of left) this.#print(`${place}  ${yellow(`${account} was left: ${status}`)}`);
    for (const account of gone) this.#print(`${place}  ${yellow(`${account} has no lock any more`)}`);
    if (number === total) this.stop();
  }

  /** Removes the progress bar. */
  stop(): void {
    this.#bars?.stop();
    this.#bars = undefined;
    this.#bar = undefined;
  }

  #update(done: number, total: number, what: string): void {
    if (!this.#stream.isTTY) return;
    this.#bars ??= new MultiBar({
      stream: this.#stream,
      format: `  ${cyan("{bar}")} {percentage}%  {value} of {total}  {what}`,
      barCompleteChar: "█",
      barIncompleteChar: "░",
      barsize: 40,
      clearOnComplete: true,
      gracefulExit: false,
      linewrap: true,
    });
    this.#bar ??= this.#bars.create(total, done, { what });
    this.#bar.setTotal(total);
    this.#bar.update(done, { what });
  }

  #finish(line: string): void {
    this.#print(line);
    this.stop();
  }

  #print(line: string): void {
    if (this.#bars) this.#bars.log(`  ${line}\n`);
    else this.#stream.write(`  ${line}\n`);
  }
}
