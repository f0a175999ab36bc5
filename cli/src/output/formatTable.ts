import Table from "cli-table3";
import type { Colors } from "./colorsFor.js";

/** A column: its heading, "right" for numbers. */
export type Column = string | { name: string; align: "left" | "right" };

/** A table without a frame, for people. */
export function formatTable(columns: readonly Column[], rows: readonly (readonly string[])[], colors: Colors): string {
  const table = new Table({
    head: columns.map((column) => colors.dim(typeof column === "string" ? column : column.name)),
    colAligns: columns.map((column) => (typeof column === "string" ? "left" : column.align)),
    style: { head: [], border: [], "padding-left": 2, "padding-right": 0 },
    chars: Object.fromEntries(frame.map((part) => [part, ""])),
  });
  table.push(...rows.map((row) => [...row]));
  return table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}

const frame = [
  ...["top", "top-mid", "top-left", "top-right", "bottom", "bottom-mid", "bottom-left", "bottom-right"],
  ...["left", "left-mid", "mid", "mid-mid", "right", "right-mid", "middle"],
] as const;
