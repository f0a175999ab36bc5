import { stripVTControlCharacters } from "node:util";
import Table from "cli-table3";
import { bold, dim } from "picocolors";

export interface TableContent {
  head: string[];
  rows: string[][];
  /** Below a rule. */
  foot?: string[];
  /** Columns that are words; all others are numbers, aligned to the right. */
  textColumns: number[];
}

const noBorders = Object.fromEntries(
  [
    "top",
    "top-mid",
    "top-left",
    "top-right",
    "bottom",
    "bottom-mid",
    "bottom-left",
    "bottom-right",
    "left",
    "left-mid",
    "mid",
    "mid-mid",
    "right",
    "right-mid",
  ].map((name) => [name, ""]),
);

/** Aligned columns without borders, indented by two. */
export function formatTable({ head, rows, foot, textColumns }: TableContent): string {
  const table = new Table({
    chars: { ...noBorders, middle: "  " },
    colAligns: head.map((_, column) => (textColumns.includes(column) ? "left" : "right")),
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
  });
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows, foot ?? []].map((row) => stripVTControlCharacters(row[column] ?? "").length)),
  );
  const rule = widths.map((width) => dim("─".repeat(width)));
  table.push(head.map(bold), rule, ...rows);
  if (foot) table.push(rule, foot.map(bold));
  return table
    .toString()
    .split("\n")
    .map((line) => `  ${line}`.trimEnd())
    .join("\n");
}
