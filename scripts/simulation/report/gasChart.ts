import type { TopLevelSpec } from "vega-lite";
import type { SimulationRecord } from "../record";
import { type Chart, config, lineWithPoints } from "./charts";

/** Of each panel. */
const WIDTH = 176;
const HEIGHT = 92;
const COLUMNS = 4;

/** What an operation is called on a panel, in the order of the panels. */
const panels: readonly (readonly [operation: string, title: string])[] = [
  ["stake", "stake"],
  ["increaseAmount", "increaseAmount"],
  ["update", "update"],
  ["relock", "relock"],
  ["initiateUnlock", "initiateUnlock"],
  ["withdraw", "withdraw"],
  ["delegate", "delegate"],
  ["claim", "claim"],
  ["claimAndRestake", "claimAndRestake"],
  ["closeWeeks", "closeWeeks"],
  ["finalize", "finalize, of an epoch"],
  ["claim (nodes)", "claim, of a node"],
  ["callUp", "callUp"],
  ["confirm", "confirm"],
  ["finalize (wallets)", "finalize, of wallets"],
  ["claim (wallets)", "claim, of a wallet"],
];

/** What each operation cost, week by week: the median and the most. */
export function gasChart({ gas, weeks }: SimulationRecord): Chart {
  const shown = panels.filter(([operation]) => gas[operation] !== undefined);
  const values = shown.flatMap(([operation, title]) => {
    const columns = gas[operation]!;
    const isAlone = columns.weeks.length === 1;
    return columns.weeks.flatMap((week, index) => [
      { week, operation: title, what: "median", gas: columns.medians[index]!, isAlone },
      { week, operation: title, what: "most", gas: columns.maxima[index]!, isAlone },
    ]);
  });
  const spec = {
    config,
    data: { values },
    columns: COLUMNS,
    spacing: 22,
    facet: { field: "operation", type: "nominal", sort: shown.map(([, title]) => title), header: { title: null } },
    resolve: { scale: { y: "independent" }, axis: { x: "independent", y: "independent" } },
    spec: {
      width: WIDTH,
      height: HEIGHT,
      layer: lineWithPoints({ interpolate: "linear", strokeWidth: 1.6 }),
      encoding: {
        x: {
          field: "week",
          type: "quantitative",
          title: null,
          scale: { domain: [1, Math.max(2, weeks)], nice: false },
          axis: { tickCount: 4, grid: false },
        },
        y: {
          field: "gas",
          type: "quantitative",
          title: null,
          scale: { zero: true },
          axis: { tickCount: 4, format: "~s" },
        },
        color: {
          field: "what",
          type: "nominal",
          sort: ["median", "most"],
          scale: { domain: ["median", "most"], range: ["#0072b2", "#e69f00"] },
          legend: { title: null, orient: "top", direction: "horizontal" },
        },
      },
    },
  };
  return {
    name: "simulation-gas",
    title: "Gas per operation",
    text:
      "Gas by week: the median and the most. The most is what the first change of a second costs, which writes a checkpoint " +
      "that the others share, a change of a position whose votes are delegated, or a claim after a long silence.",
    spec: spec as unknown as TopLevelSpec,
  };
}
