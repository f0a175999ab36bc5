import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { formatGas, limits } from "./limits";
import type { Costs } from "./measureCosts";

const file = path.join(__dirname, "..", "..", "README.md");
const begin = "<!-- gas:begin -->\n";
const end = "<!-- gas:end -->";

function parts(): { before: string; table: string; after: string } {
  const readme = readFileSync(file, "utf8");
  const from = readme.indexOf(begin) + begin.length;
  const to = readme.indexOf(end);
  if (from < begin.length || to < from) throw new Error("README.md: the marks of the gas table are missing");
  return { before: readme.slice(0, from), table: readme.slice(from, to), after: readme.slice(to) };
}

/** The cost table in Markdown, as the README shows it. */
export function readmeTable(costs: Costs): string {
  const rows = Object.entries(costs).map(([operation, gas]) => {
    const limit = limits[operation];
    return [operation, formatGas(gas), formatGas(limit?.atMost), formatGas(limit?.aim), formatGas(limit?.existing)];
  });
  const head = ["operation", "gas", "at most", "aim", "best existing"];
  const line = (cells: string[]) => `| ${cells.join(" | ")} |\n`;
  return `\n${line(head)}|---|---:|---:|---:|---:|\n${rows.map(line).join("")}\n`;
}

/** The table that the README shows now. */
export function readReadmeTable(): string {
  return parts().table;
}

export function writeReadmeTable(costs: Costs): void {
  const { before, after } = parts();
  writeFileSync(file, before + readmeTable(costs) + after);
}
