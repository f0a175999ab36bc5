import { type Options, Presets, SingleBar } from "cli-progress";
import { cyan, dim } from "picocolors";
import type { WeekOfRecord } from "./WeekOfRecord";

/** How often a line is printed where there is no terminal to draw on. */
const QUIET_LINES = 12;

/** The weeks that are done: a bar on a terminal, now and then a line elsewhere. */
export class Progress {
  readonly #stream: NodeJS.WriteStream;
  readonly #weeks: number;
  #bar: SingleBar | undefined;

  constructor(stream: NodeJS.WriteStream, weeks: number) {
    this.#stream = stream;
    this.#weeks = weeks;
    stream.write(dim("  Starting a local EVM, deploying …\n"));
  }

  start(): void {
    if (!this.#stream.isTTY) return;
    const options: Options = {
      stream: this.#stream,
      format: `  ${cyan("{bar}")} week {value} of {total}, {stakers} stakers, {eta_formatted} left`,
      gracefulExit: false,
    };
    this.#bar = new SingleBar(options, Presets.shades_classic);
    this.#bar.start(this.#weeks, 0, { stakers: 0 });
  }

  advance({ week, stakers }: WeekOfRecord): void {
    this.#bar?.update(week, { stakers });
    const isDue = week % Math.ceil(this.#weeks / QUIET_LINES) === 0 || week === this.#weeks;
    if (!this.#bar && isDue) this.#stream.write(`  week ${week} of ${this.#weeks}, ${stakers} stakers: as expected\n`);
  }

  stop(): void {
    this.#bar?.stop();
  }
}
