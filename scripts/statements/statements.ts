import { costStatements } from "./costs";
import { ruleStatements } from "./rules";
import { testStatements } from "./tests";
import type { Statement } from "./withNumbers";

/** Every sentence of the README and the documents with numbers that something else tells, outside of what is rendered whole. */
export function statements(): Statement[] {
  return [...costStatements(), ...ruleStatements(), ...testStatements()];
}
