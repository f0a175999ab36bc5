import type { SimulationRecord } from "../record";
import { count } from "./count";

type Columns = SimulationRecord["gas"][string];

/** The weeks that are compared: a year at both ends, or a third of a shorter run. */
export function comparedWeeks(weeks: number): number {
  return Math.max(1, Math.min(52, Math.floor(weeks / 3)));
}

/** What an operation cost in the first and the last weeks of a run. */
export interface GasRow {
  operation: string;
  times: number;
  /** The median. */
  first: number;
  last: number;
  mostFirst: number;
  mostLast: number;
}

/** What never happened in both the first and the last weeks cannot be compared, and is left out. */
export function gasRows({ gas, weeks }: SimulationRecord): GasRow[] {
  const span = comparedWeeks(weeks);
  const isFirst = (week: number) => week <= span;
  const isLast = (week: number) => week > weeks - span;
  return Object.entries(gas).flatMap(([operation, columns]) => {
    const first = medianOf(columns, isFirst);
    const last = medianOf(columns, isLast);
    if (first === undefined || last === undefined) return [];
    const times = columns.counts.reduce((sum, one) => sum + one, 0);
    return [{ operation, times, first, last, mostFirst: mostOf(columns, isFirst), mostLast: mostOf(columns, isLast) }];
  });
}

/** The rows as a table of words. */
export function renderRows(record: SimulationRecord): { head: string[]; rows: string[][] } {
  const span = comparedWeeks(record.weeks);
  return {
    head: [
      "operation",
      "times",
      `median of the first ${span} weeks`,
      `of the last ${span}`,
      "change",
      "the most of the first",
      "of the last",
    ],
    rows: gasRows(record).map(({ operation, times, first, last, mostFirst, mostLast }) => [
      operation,
      count(times),
      count(first),
      count(last),
      change(first, last),
      count(mostFirst),
      count(mostLast),
    ]),
  };
}

function change(first: number, last: number): string {
  const percent = ((last - first) / first) * 100;
  const text = Math.abs(percent).toFixed(1);
  return text === "0.0" ? "0 %" : `${percent < 0 ? "−" : "+"}${text} %`;
}

/** The median of weekly medians, each as often as it stands for. */
function medianOf(columns: Columns, isIn: (week: number) => boolean): number | undefined {
  const values = columns.weeks.flatMap((week, index) =>
    isIn(week) ? [{ gas: columns.medians[index]!, times: columns.counts[index]! }] : [],
  );
  values.sort((a, b) => a.gas - b.gas);
  let left = values.reduce((sum, { times }) => sum + times, 0) / 2;
  for (const { gas, times } of values) {
    left -= times;
    if (left <= 0) return gas;
  }
  return undefined;
}

function mostOf(columns: Columns, isIn: (week: number) => boolean): number {
  return Math.max(...columns.maxima.filter((_, index) => isIn(columns.weeks[index]!)));
}
