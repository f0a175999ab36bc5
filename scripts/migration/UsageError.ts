import { MigrationError } from "./MigrationError";

/** The script was called with options that cannot be used. */
export class UsageError extends MigrationError {
  override readonly name = "UsageError";
}
