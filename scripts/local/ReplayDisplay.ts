import { MultiBar, type SingleBar } from "cli-progress";
import { cyan, dim, yellow } from "picocolors";
import { formatTime } from "../format/formatTime";
import { formatWct } from "../format/formatWct";
import { describeStep } from "../scenario/describeStep";
import type { ReplayedStep } from "../scenario/replayScenario";

/** Tells a replay step by step; on a terminal with a progress bar below. */
export class ReplayDisplay {
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

  show(replayed: ReplayedStep): void {
    const { step, number } = replayed;
    if (step.op !== "warp") this.#print(lineOf(replayed));
    this.#bar?.update(number, { date: formatTime(step.t) });
  }

  /** Removes the progress bar. */
  stop(): void {
    this.#bars?.stop();
  }

  #print(line: string): void {
    if (this.#bars) this.#bars.log(`${line}\n`);
    else this.#stream.write(`${line}\n`);
  }
}

function lineOf({ step, number, total, refusal, paid }: ReplayedStep): string {
  const place = `${String(number).padStart(String(total).length)}/${total}`;
  let result = "";
  if (refusal !== undefined) result = yellow(`  ✗ ${refusal}`);
  else if (paid !== undefined) result = paid === 0n ? ": nothing is due" : `: ${formatWct(paid)} WCT`;
  return `  ${dim(`${place}  ${formatTime(step.t)}`)}  ${describeStep(step)}${result}`;
}
