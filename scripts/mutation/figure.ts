import { existsSync } from "node:fs";
import path from "node:path";
import type { FigureRecord } from "../figures/FigureRecord";
import { codeHash } from "../records/codeHash";
import { type MutationRecord, readMutationRecord } from "./record";
import { renderMutants } from "./render";

const root = path.join(__dirname, "..", "..");

/** Targets whose code is another by now, or whose mutants were killed by tests that are no more. */
export function staleTargets(options: {
  record: MutationRecord;
  hashOf: (contract: string) => string;
  hasTest: (file: string) => boolean;
}): string[] {
  const { record, hashOf, hasTest } = options;
  return record.targets.flatMap(({ name, contract, codeHash: hash, killers }) => {
    const missing = killers.filter(({ file }) => !hasTest(file));
    return [
      ...(hashOf(contract) === hash ? [] : [`the code of ${name} is another than the mutants were made of`]),
      ...missing.map(({ file, kills }) => `${file}, which killed ${kills} of the mutants of ${name}, is no more`),
    ];
  });
}

/** The report of the mutants, as `npm run figures` shows it. */
export const mutationFigure: FigureRecord = {
  name: "mutants",
  command: "npm run mutate",
  stale: () =>
    staleTargets({
      record: readMutationRecord(),
      hashOf: (contract) => codeHash([contract]),
      hasTest: (file) => existsSync(path.join(root, file)),
    }),
  render: () => renderMutants(readMutationRecord()),
};
