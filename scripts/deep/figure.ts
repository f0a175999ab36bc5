import type { FigureRecord } from "../figures/FigureRecord";
import { withSection } from "../figures/section";
import { codeHash } from "../records/codeHash";
import { type DeepRecord, readDeepRecord } from "./record";
import { contractsOf, deepFiles } from "./suites";

const document = "docs/verification.md";
const number = new Intl.NumberFormat("en-US");

/** The long runs by file; invariants with the calls after each of which they were checked. */
export function renderDeep(record: DeepRecord): string {
  const rows = record.suites.flatMap(({ file, tests }) => {
    const varied = tests.filter(({ runs }) => runs > 1);
    return varied.map(({ name, runs, calls, reverts }) => {
      const sequences = calls === undefined ? ["", ""] : [number.format(calls), number.format(reverts ?? 0)];
      return `| \`${file}\` | \`${name}\` | ${[number.format(runs), ...sequences].join(" | ")} |`;
    });
  });
  return ["| file | test | runs | calls | reverts |", "| --- | --- | ---: | ---: | ---: |", ...rows].join("\n");
}

/** What was never run, or was run on contracts that have changed since. */
export function staleSuites(options: {
  record: DeepRecord;
  files: readonly string[];
  hashOf: (contracts: readonly string[]) => string;
}): string[] {
  const { record, files, hashOf } = options;
  return files.flatMap((file) => {
    const suite = record.suites.find((candidate) => candidate.file === file);
    if (suite === undefined) return [`${file} has never been run`];
    return hashOf(contractsOf(file)) === suite.codeHash ? [] : [`${file} was run on other contracts`];
  });
}

export const deepFigure: FigureRecord = {
  name: "deep",
  command: "npm run test:deep",
  stale: () => staleSuites({ record: readDeepRecord(), files: deepFiles(), hashOf: codeHash }),
  render: (read) => new Map([[document, withSection(read(document), "deep", renderDeep(readDeepRecord()))]]),
};
