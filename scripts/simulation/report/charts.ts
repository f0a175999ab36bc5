import type { TopLevelSpec } from "vega-lite";
import { PRESETS } from "../model/StakeModel";
import type { SimulationRecord } from "../record";
import { aprOf } from "./aprOf";
import { fundedWeeks } from "./fundedWeeks";

/** A picture of a run. */
export interface Chart {
  /** Of its file. */
  name: string;
  title: string;
  /** What is to be seen, for those who look. */
  text: string;
  spec: TopLevelSpec;
}

const WIDTH = 820;
const HEIGHT = 260;
const MILLION = 1_000_000;

const GREEN = "#009e73";

/** Colours that are told apart by everybody (Okabe and Ito). */
const colours = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#5f6368"];

const statuses = ["active", "reserved", "confined", "standby", "deactivated"] as const;

/** From the first to the last week. */
function weekAxis({ weeks }: SimulationRecord) {
  const scale = { domain: [1, Math.max(2, weeks)], nice: false };
  return {
    field: "week",
    type: "quantitative",
    title: "week",
    scale,
    axis: { tickMinStep: 1, tickCount: 12, grid: false },
  };
}

/** All charts of a run, in the order of the page. */
export function charts(record: SimulationRecord): Chart[] {
  return [stakesChart(record), ratesChart(record), unclaimedChart(record), nodesChart(record)];
}

/** What is common to all: fonts, lines and a background of their own, so that they can be read on any page. */
export const config = {
  background: "#ffffff",
  padding: 12,
  font: "system-ui, 'Segoe UI', Helvetica, Arial, sans-serif",
  view: { stroke: null },
  axis: {
    labelColor: "#444950",
    titleColor: "#444950",
    gridColor: "#e6e8eb",
    domainColor: "#b0b5bb",
    tickColor: "#b0b5bb",
    titleFontWeight: 500,
  },
  legend: { labelColor: "#444950", titleColor: "#444950", titleFontWeight: 500 },
  header: { labelColor: "#1c1e21", labelFontSize: 12, labelFontWeight: 600, title: null },
  title: { color: "#1c1e21", fontSize: 14, anchor: "start" as const, offset: 12 },
  range: { category: colours },
};

function stakesChart(record: SimulationRecord): Chart {
  const values = record.history.flatMap(({ week, staked, totalWeight }) => [
    { week, what: "staked", amount: staked / MILLION },
    { week, what: "stake weight", amount: totalWeight / MILLION },
  ]);
  return {
    name: "simulation-stakes",
    title: "Staked amount and total weight",
    text: "What all positions hold, and what it weighs: amount · remaining lock time ÷ 209 weeks.",
    spec: plot(values, {
      mark: { type: "area", line: { strokeWidth: 2 }, point: isPoint(record), opacity: 0.25 },
      encoding: {
        x: weekAxis(record),
        y: { field: "amount", type: "quantitative", title: "million WCT", stack: null },
        color: { field: "what", type: "nominal", title: null, sort: ["staked", "stake weight"] },
      },
    }),
  };
}

function ratesChart(record: SimulationRecord): Chart {
  return {
    name: "simulation-rates",
    title: "APR by preset",
    text:
      "What a Locked position of each preset earns in a year at the week's reward and total weight. It falls as others join. " +
      "Nothing is funded in every thirteenth week, and nobody had weight before the first: they are left out. The scale is " +
      "logarithmic.",
    spec: plot(
      PRESETS.flatMap((preset) => ratesOf(record, preset)),
      {
        encoding: {
          x: weekAxis(record),
          y: { field: "apr", type: "quantitative", title: "APR", scale: { type: "log" }, axis: { format: "~%" } },
          color: {
            field: "preset",
            type: "nominal",
            title: "preset",
            sort: PRESETS.map((preset) => `${preset} weeks`),
            scale: { scheme: "viridis" },
          },
        },
        layer: lineWithPoints({ strokeWidth: 2 }),
      },
    ),
  };
}

/** By week; a week without funding, in which only what was slashed is shared, is a gap. */
function ratesOf(record: SimulationRecord, preset: number) {
  const funded = fundedWeeks(record);
  const rates = record.history.map(({ week, reward, periodWeight }) =>
    funded.has(week) ? (aprOf({ reward, periodWeight, preset }) ?? null) : null,
  );
  const isGap = (index: number) => (rates[index] ?? null) === null;
  return record.history.map(({ week }, index) => ({
    week,
    preset: `${preset} weeks`,
    apr: rates[index]!,
    isAlone: !isGap(index) && isGap(index - 1) && isGap(index + 1),
  }));
}

/** Lines that end at gaps; a value without neighbours would be invisible, so it is a point. */
export function lineWithPoints(line: { strokeWidth: number; interpolate?: string }): object[] {
  return [
    { mark: { type: "line", ...line } },
    { transform: [{ filter: "datum.isAlone" }], mark: { type: "point", filled: true, size: 40, opacity: 1 } },
  ];
}

function unclaimedChart(record: SimulationRecord): Chart {
  return {
    name: "simulation-unclaimed",
    title: "Unclaimed rewards",
    text: "What all accounts together could claim at the end of the week.",
    spec: plot(
      record.history.map(({ week, unclaimed }) => ({ week, amount: unclaimed / MILLION })),
      {
        mark: {
          type: "area",
          line: { strokeWidth: 2, color: GREEN },
          point: isPoint(record) && { color: GREEN },
          opacity: 0.25,
          color: GREEN,
        },
        encoding: { x: weekAxis(record), y: { field: "amount", type: "quantitative", title: "million WCT" } },
      },
    ),
  };
}

function nodesChart(record: SimulationRecord): Chart {
  const values = record.history.flatMap(({ week, nodes }) =>
    statuses.map((status, order) => ({ week, status, order, count: nodes[status] })),
  );
  return {
    name: "simulation-nodes",
    title: "Nodes by status",
    text: "At the end of each week. At most 15 are Active; those that fail are Confined for a day, those that leave may return.",
    spec: plot(values, {
      mark: { type: "area", interpolate: "step-after", point: isPoint(record) },
      encoding: {
        x: weekAxis(record),
        y: { field: "count", type: "quantitative", title: "nodes", stack: "zero" },
        color: {
          field: "status",
          type: "nominal",
          title: null,
          sort: [...statuses],
          scale: { domain: [...statuses], range: ["#009e73", "#56b4e9", "#d55e00", "#e69f00", "#c3c7cc"] },
        },
        order: { field: "order" },
      },
    }),
  };
}

/** An area over a single week has no width. */
function isPoint({ history }: SimulationRecord): boolean {
  return history.length === 1;
}

function plot(values: object[], unit: object): TopLevelSpec {
  return { width: WIDTH, height: HEIGHT, config, data: { values }, ...unit } as unknown as TopLevelSpec;
}
