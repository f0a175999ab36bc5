import { MigrationError } from "./MigrationError";

/** The chain holds something else than what had to arrive. */
export class MigrationMismatch extends MigrationError {
  override readonly name = "MigrationMismatch";
  /** Whose position, or which contract. */
  readonly account: string;
  /** What was compared: "amount". */
  readonly subject: string;
  readonly expected: string;
  /** What the chain said. */
  readonly actual: string;

  constructor(deviation: { account: string; subject: string; expected: string; actual: string; where: string }) {
    const { account, subject, expected, actual, where } = deviation;
    super(`${account}, ${where}: ${subject}: expected ${expected}, the chain says ${actual}`);
    this.account = account;
    this.subject = subject;
    this.expected = expected;
    this.actual = actual;
  }
}
