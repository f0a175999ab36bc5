import { renameSync, rmSync, writeFileSync } from "node:fs";
import { MigrationError } from "./MigrationError";
import { type Report, stringifyReport } from "./report";

/** Replaces the file at once, so that it is never found half written. Throws {@link MigrationError}. */
export function writeReport(file: string, report: Report): void {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, stringifyReport(report), { flush: true });
    renameSync(temporary, file);
  } catch (cause) {
    rmSync(temporary, { force: true });
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw new MigrationError(`the report cannot be written to ${file} (${reason})`, { cause });
  }
}
