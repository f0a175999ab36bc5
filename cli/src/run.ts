import { exitCodeOf } from "./errors/exitCodeOf.js";
import { formatError } from "./errors/formatError.js";
import { colorsFor } from "./output/colorsFor.js";
import { createProgram } from "./program.js";
import type { Surroundings } from "./Surroundings.js";

/** Runs one command line, without `node` and the script before it. Returns the exit code; nothing is thrown. */
export async function run(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  try {
    await createProgram(surroundings, { json: argv.includes("--json") }).parseAsync(argv, { from: "user" });
    return 0;
  } catch (error) {
    const code = exitCodeOf(error);
    if (code !== 0) {
      const text = formatError(error, {
        // The command line may be what is wrong, so it is read by eye.
        json: argv.includes("--json"),
        verbose: argv.includes("--verbose") || Boolean(surroundings.env.DEBUG),
        colors: colorsFor(surroundings.stderr, surroundings.env),
      });
      surroundings.stderr.write(`${text}\n`);
    }
    return code;
  }
}
