import path from "node:path";
import type { FigureRecord } from "../figures/FigureRecord";
import { codeHash } from "../records/codeHash";
import { readRecord, type SimulationRecord } from "./record";
import { renderPerformance } from "./report/renderPerformance";
import { simulationHash } from "./simulationHash";

const root = path.join(__dirname, "..", "..");

/** What has changed since the run. */
export function staleRun(
  record: Pick<SimulationRecord, "codeHash" | "simulationHash">,
  now: { codeHash: string; simulationHash: string },
): string[] {
  return [
    ...(record.codeHash === now.codeHash ? [] : ["the contracts have changed since the run"]),
    ...(record.simulationHash === now.simulationHash ? [] : ["the simulation has changed since the run"]),
  ];
}

export const simulationFigure: FigureRecord = {
  name: "simulation",
  get command() {
    return readRecord(root).command;
  },
  stale: () => staleRun(readRecord(root), { codeHash: codeHash(), simulationHash: simulationHash() }),
  render: () => renderPerformance(readRecord(root)),
};
