import type { FigureRecord } from "../figures/FigureRecord";
import { withSection } from "../figures/section";
import { codeHash } from "../records/codeHash";
import { type DeepRecord, readDeepRecord } from "./record";
import { contractsOf, deepFiles } from "./suites";

const document = "docs/verification.md";
const number = new Intl.NumberFormat("en-US");

/** The long runs by file; invariants with the calls after each of which they were checked. And what was not run so. */
export function renderDeep(record: DeepRecord, files: readonly string[]): string {
  const rows = record.suites.flatMap(({ file, tests }) => {
    const varied = tests.filter(({ runs }) => runs > 1);
    return varied.map(({ name, runs, calls, reverts }) => {
      const sequences = calls === undefined ? ["", ""] : [number.format(calls), number.format(reverts ?? 0)];
      return `| \`${file}\` | \`${name}\` | ${[number.format(runs), ...sequences].join(" | ")} |`;
    });
  });
  const missing = files.filter((file) => !record.suites.some((suite) => suite.file === file));
  const rest =
    missing.length === 0 ? [] : ["", `Not run at this depth yet: ${missing.map((file) => `\`${file}\``).join(", ")}.`];
  return ["| file | test | runs | calls | reverts |", "| --- | --- | ---: | ---: | ---: |", ...rows, ...rest].join(
    "\n",
  );
}

/** What was run on contracts that have changed since. */
export function staleSuites(record: DeepRecord, hashOf: (contracts: readonly string[]) => string): string[] {
  const stale = record.suites.filter(({ file, codeHash: hash }) => hashOf(contractsOf(file)) !== hash);
  return stale.map(({ file }) => `${file} was run on other contracts`);
}

export const deepFigure: FigureRecord = {
  name: "deep",
  command: "npm run test:deep",
  stale: () => staleSuites(readDeepRecord(), codeHash),
  render: (read) =>
    new Map([[document, withSection(read(document), "deep", renderDeep(readDeepRecord(), deepFiles()))]]),
};
