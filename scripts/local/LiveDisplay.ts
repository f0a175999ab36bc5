import { MultiBar, type SingleBar } from "cli-progress";
import { cyan } from "picocolors";
import { formatTime } from "../format/formatTime";

/** Prints lines as things happen; on a terminal with a progress bar below. */
export class LiveDisplay {
  readonly #stream: NodeJS.WriteStream;
  readonly #bars: MultiBar | undefined;
  readonly #bar: SingleBar | undefined;

  constructor(stream: NodeJS.WriteStream, total: number) {
    this.#stream = stream;
    if (!stream.isTTY || total === 0) return;
    this.#bars = new MultiBar({
      stream,
      format: `  ${cyan("{bar}")} {percentage}%  step {value} of {total}  {date}`,
      barCompleteChar: "█",
      barIncompleteChar: "░",
      barsize: 40,
      clearOnComplete: true,
      gracefulExit: false,
      linewrap: true,
    });
    this.#bar = this.#bars.create(total, 0, { date: "" });
  }

  print(line: string): void {
    if (this.#bars) this.#bars.log(`${line}\n`);
    else this.#stream.write(`${line}\n`);
  }

  /** Moves the bar to the step `number` at `timestamp`, in unix seconds. */
  advance(number: number, timestamp: number): void {
    this.#bar?.update(number, { date: formatTime(timestamp) });
  }

  /** Removes the progress bar. */
  stop(): void {
    this.#bars?.stop();
  }
}
