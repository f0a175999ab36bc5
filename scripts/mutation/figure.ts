import type { FigureRecord } from "../figures/FigureRecord";
import { codeHash } from "../records/codeHash";
import { readMutationRecord } from "./record";
import { renderMutants } from "./render";

/** The report of the mutants, as `npm run figures` shows it. */
export const mutationFigure: FigureRecord = {
  name: "mutants",
  command: "npm run mutate",
  stale: () =>
    readMutationRecord()
      .targets.filter((target) => target.codeHash !== codeHash([target.contract]))
      .map(({ name }) => `the code of ${name} is another than the mutants were made of`),
  render: () => renderMutants(readMutationRecord()),
};
