import path from "node:path";
import type { FigureRecord } from "../figures/FigureRecord";
import { codeHash } from "../records/codeHash";
import { readRecord } from "./record";
import { renderPerformance } from "./report/renderPerformance";

const root = path.join(__dirname, "..", "..");

export const simulationFigure: FigureRecord = {
  name: "simulation",
  get command() {
    return readRecord(root).command;
  },
  stale: () => (readRecord(root).codeHash === codeHash() ? [] : ["the contracts have changed since the run"]),
  render: () => renderPerformance(readRecord(root)),
};
