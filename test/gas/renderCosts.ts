import Table from "cli-table3";
import { formatGas, limits } from "./limits";
import type { Costs } from "./measureCosts";

/** The cost table as text: what was measured beside the design's limits. */
export function renderCosts(costs: Costs): string {
  const table = new Table({
    head: ["operation", "measured", "at most", "aim", "best existing"],
    colAligns: ["left", "right", "right", "right", "right"],
    style: { head: [], border: [] },
  });
  for (const [operation, gas] of Object.entries(costs)) {
    const limit = limits[operation];
    table.push([
      operation,
      formatGas(gas),
      formatGas(limit?.atMost),
      formatGas(limit?.aim),
      formatGas(limit?.existing),
    ]);
  }
  return table.toString();
}
