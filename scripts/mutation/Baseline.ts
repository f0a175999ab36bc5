import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { hashTest } from "./hashTest";

const schema = z.record(
  z.string(),
  z.object({ hash: z.string(), milliseconds: z.number(), failing: z.array(z.string()) }),
);

/** How long each test file takes on contracts as they are, and what fails there, kept as long as neither is another. */
export class Baseline {
  readonly #file: string;
  readonly #hashOf: (test: string) => string;
  readonly #times: z.infer<typeof schema>;

  constructor(options: { file: string; root: string; codeHash: string }) {
    const { file, root, codeHash } = options;
    this.#file = file;
    this.#hashOf = (test) =>
      createHash("sha256")
        .update(codeHash)
        .update(hashTest(root, test) ?? "")
        .digest("hex");
    this.#times = existsSync(file) ? schema.parse(JSON.parse(readFileSync(file, "utf8"))) : {};
  }

  isKnown(test: string): boolean {
    return this.#times[test]?.hash === this.#hashOf(test);
  }

  millisecondsOf(test: string): number {
    return this.#times[test]?.milliseconds ?? Infinity;
  }

  /** The titles of tests that fail without a mutant, so that they say nothing of one. */
  failingIn(tests: readonly string[]): string[] {
    return tests.flatMap((test) => this.#times[test]?.failing ?? []);
  }

  add(test: string, { milliseconds, failing }: { milliseconds: number; failing: string[] }): void {
    this.#times[test] = { hash: this.#hashOf(test), milliseconds, failing };
    mkdirSync(path.dirname(this.#file), { recursive: true });
    writeFileSync(this.#file, JSON.stringify(this.#times, null, 2));
  }
}
