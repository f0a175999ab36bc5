/** A scenario file cannot be read or is malformed. */
export class ScenarioError extends Error {
  override readonly name = "ScenarioError";
  /** As it was given. */
  readonly file: string;
  /** Counted from 1; undefined if the file could not be read at all. */
  readonly line: number | undefined;
  readonly reason: string;

  constructor(place: { file: string; line?: number; reason: string; cause?: unknown }) {
    const { file, line, reason, cause } = place;
    super(`${file}${line === undefined ? "" : `, line ${line}`}: ${reason}`, { cause });
    this.file = file;
    this.line = line;
    this.reason = reason;
  }
}
