import type { Surroundings } from "../Surroundings.js";
import { type Colors, colorsFor } from "./colorsFor.js";
import { toJson } from "./toJson.js";

/** Where a command says what it has to say: data to standard output, all else to standard error. */
export class Output {
  readonly isJson: boolean;
  /** For what goes to standard output. */
  readonly colors: Colors;
  /** For what goes to standard error. */
  readonly messageColors: Colors;
  readonly #surroundings: Surroundings;

  constructor(surroundings: Surroundings, options: { json: boolean }) {
    this.#surroundings = surroundings;
    this.isJson = options.json;
    this.colors = colorsFor(surroundings.stdout, surroundings.env);
    this.messageColors = colorsFor(surroundings.stderr, surroundings.env);
  }

  /** The result of the command: `json` for programs with --json, otherwise `text` for people. */
  data(json: unknown, text: () => string): void {
    this.#surroundings.stdout.write(`${this.isJson ? toJson(json) : text()}\n`);
  }

  /** JSON whatever the options say: for what only programs read. */
  json(value: unknown): void {
    this.#surroundings.stdout.write(`${toJson(value)}\n`);
  }

  /** Something beside the result. Silent with --json, so that errors are all that programs find on standard error. */
  message(text: string): void {
    if (!this.isJson) this.#surroundings.stderr.write(`${text}\n`);
  }

  /** Something that a person needs to know before answering a question, even with --json. */
  ask(text: string): void {
    this.#surroundings.stderr.write(`${text}\n`);
  }
}
