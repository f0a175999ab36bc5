import { expect } from "chai";
import { ReportError } from "../../scripts/performance/ReportError";

/** Asserts that `action` throws the report error of this class, with these values. */
export function raises<Kind extends ReportError>(
  // The constructors take different arguments.
  ErrorClass: new (...args: never[]) => Kind,
  details: Kind["details"],
  action: () => unknown,
): void {
  try {
    action();
  } catch (error) {
    expect(error).to.be.instanceOf(ErrorClass);
    expect(error).to.be.instanceOf(ReportError);
    expect((error as Kind).details).to.deep.equal(details);
    expect((error as Kind).name).to.equal(ErrorClass.name);
    return;
  }
  expect.fail(`${ErrorClass.name} was not thrown`);
}
