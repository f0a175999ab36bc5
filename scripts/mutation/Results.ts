import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const resultSchema = z.object({
  id: z.string(),
  /** What was changed to what, so that a result is not taken for another mutant's of the same id. */
  change: z.string(),
  /** Hash of the target's code: a result holds as long as it stays the same. */
  codeHash: z.string(),
  /** Hash of its tests: a survivor is tried again when there are others. */
  testsHash: z.string(),
  status: z.enum(["killed", "stopped", "survived", "equal", "invalid"]),
  /** The test that failed, and the hash of its file: a kill holds as long as it stays the same. */
  killer: z.object({ file: z.string(), title: z.string(), hash: z.string() }).optional(),
  /** The timeout under which it was stopped, in seconds. */
  timeout: z.number().optional(),
  milliseconds: z.number(),
});

export type MutantResult = z.infer<typeof resultSchema>;

/** What is known of every mutant that was tried, in a file of a line each that an interrupted run leaves behind. */
export class Results {
  readonly #file: string;
  readonly #results = new Map<string, MutantResult>();

  constructor(file: string) {
    this.#file = file;
    mkdirSync(path.dirname(file), { recursive: true });
    if (!existsSync(file)) return;
    for (const line of readFileSync(file, "utf8").split("\n")) {
      const result = parse(line);
      if (result) this.#results.set(result.id, result);
    }
  }

  add(result: MutantResult): void {
    this.#results.set(result.id, result);
    appendFileSync(this.#file, `${JSON.stringify(result)}\n`);
  }

  /** The result of a mutant, unless its code is another by now. */
  of(mutant: { id: string; change: string; codeHash: string }): MutantResult | undefined {
    const result = this.#results.get(mutant.id);
    return result?.change === mutant.change && result.codeHash === mutant.codeHash ? result : undefined;
  }

  /** How many mutants whose id begins so a test file has killed. */
  killsOf(file: string, scope: string): number {
    const killed = [...this.#results.values()].filter(
      ({ id, killer }) => killer?.file === file && id.startsWith(scope),
    );
    return killed.length;
  }

  clear(): void {
    this.#results.clear();
    rmSync(this.#file, { force: true });
  }
}

/** A line that was cut off when the process ended counts as none. */
function parse(line: string): MutantResult | undefined {
  try {
    return resultSchema.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}
