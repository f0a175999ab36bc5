import { accessSync, constants, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Nothing can be written where it was asked for. */
export class OutputError extends Error {
  override readonly name = "OutputError";
}

/** Where the results of a run go. */
export class OutputFolder {
  readonly #folder: string;

  /** Makes the folder, so that a run does not end in vain. Throws an {@link OutputError}. */
  constructor(folder: string) {
    this.#folder = folder;
    try {
      mkdirSync(folder, { recursive: true });
      accessSync(folder, constants.W_OK | constants.X_OK);
    } catch (cause) {
      throw new OutputError(`nothing can be written to ${folder}: ${(cause as Error).message}`, { cause });
    }
  }

  /** Writes a file; returns its path from where the command was given. */
  write(name: string, content: string): string {
    const file = path.join(this.#folder, name);
    writeFileSync(file, content);
    return path.relative(process.cwd(), file);
  }

  /** Removes what an earlier run may have left. */
  remove(name: string): void {
    rmSync(path.join(this.#folder, name), { force: true });
  }
}
