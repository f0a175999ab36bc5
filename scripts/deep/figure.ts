import type { FigureRecord } from "../figures/FigureRecord";
import { withSection } from "../figures/section";
import { type DeepRecord, readDeepRecord } from "./record";
import { present, staleSuites } from "./staleSuites";
import { deepFiles } from "./suites";

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

export const deepFigure: FigureRecord = {
  name: "deep",
  command: "npm run test:deep",
  stale: () => staleSuites(readDeepRecord(), present()),
  render: (read) =>
    new Map([[document, withSection(read(document), "deep", renderDeep(readDeepRecord(), deepFiles()))]]),
};
