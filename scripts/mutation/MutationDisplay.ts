import { SingleBar } from "cli-progress";
import { cyan, dim, green, red, yellow } from "picocolors";
import type { MutantResult } from "./Results";

const MARKS: Record<MutantResult["status"], string> = {
  killed: green("killed"),
  stopped: green("stopped"),
  survived: red("SURVIVED"),
  equal: yellow("same code"),
  invalid: yellow("does not compile"),
};

/** Tells of a run as it comes along: a bar on a terminal, a line for each mutant elsewhere. */
export class MutationDisplay {
  readonly #stream: NodeJS.WriteStream;
  readonly #bar: SingleBar;
  #done = 0;
  #survivors = 0;

  constructor(stream: NodeJS.WriteStream, total: number) {
    this.#stream = stream;
    this.#bar = new SingleBar({
      stream,
      format: `  ${cyan("{bar}")} {value} of {total}  {survivors} survived  ${dim("{eta_formatted}")}`,
      barCompleteChar: "█",
      barIncompleteChar: "░",
      barsize: 40,
      clearOnComplete: true,
    });
    if (stream.isTTY) this.#bar.start(total, 0, { survivors: 0 });
  }

  baseline(file: string, failing: readonly string[]): void {
    if (this.#stream.isTTY) return;
    this.#stream.write(`  ${dim(`without a mutant: ${file}`)}\n`);
    for (const title of failing) this.#stream.write(`    ${yellow(`fails, is left out: ${title}`)}\n`);
  }

  result({ id, change, status, killer, milliseconds }: MutantResult): void {
    if (status === "survived") ++this.#survivors;
    this.#bar.update(++this.#done, { survivors: this.#survivors });
    if (this.#stream.isTTY) return;
    const by = killer ? dim(` ${killer.file}`) : "";
    this.#stream.write(`  ${MARKS[status]} ${id}  ${change}${by}  ${Math.round(milliseconds / 1_000)} s\n`);
  }

  stop(): void {
    this.#bar.stop();
  }
}
