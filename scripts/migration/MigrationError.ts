/** The migration cannot go on, or did not end as it should; the message is all that an operator needs. */
export class MigrationError extends Error {
  override readonly name: string = "MigrationError";
}
