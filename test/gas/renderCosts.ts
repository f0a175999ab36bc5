import Table from "cli-table3";
import { limits } from "./limits";
import type { Costs } from "./measureCosts";

const number = (value: number | null | undefined) => (value == null ? "" : value.toLocaleString("en"));

/** The cost table as text: what was measured beside the design's limits. */
export function renderCosts(costs: Costs): string {
  const table = new Table({
    head: ["operation", "measured", "at most", "aim", "best existing"],
    colAligns: ["left", "right", "right", "right", "right"],
    style: { head: [], border: [] },
  });
  for (const [operation, gas] of Object.entries(costs)) {
    const limit = limits[operation];
    table.push([operation, number(gas), number(limit?.atMost), number(limit?.aim), number(limit?.existing)]);
  }
  return table.toString();
}
