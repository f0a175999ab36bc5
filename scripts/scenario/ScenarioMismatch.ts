/** The chain did something else than the scenario recorded. */
export class ScenarioMismatch extends Error {
  override readonly name = "ScenarioMismatch";
  /** Counted from 1. */
  readonly step: number;
  /** What was compared: "weight of account 2". */
  readonly subject: string;
  readonly expected: string;
  /** What the chain said. */
  readonly actual: string;

  constructor(deviation: { step: number; operation: string; subject: string; expected: string; actual: string }) {
    const { step, operation, subject, expected, actual } = deviation;
    super(`step ${step} (${operation}): ${subject}: expected ${expected}, the chain says ${actual}`);
    this.step = step;
    this.subject = subject;
    this.expected = expected;
    this.actual = actual;
  }
}
