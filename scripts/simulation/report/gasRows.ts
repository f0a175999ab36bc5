import type { SimulationRecord } from "../record";
import { count } from "./count";
import { walletColumns } from "./walletColumns";

type Columns = SimulationRecord["gas"][string];

/** The weeks that are compared: a year at both ends, or a third of a shorter run. */
export function comparedWeeks(weeks: number): number {
  return Math.max(1, Math.min(52, Math.floor(weeks / 3)));
}

/** What an operation cost in the weeks at one end of a run. */
export interface GasOfEnd {
  times: number;
  median: number;
  most: number;
}

/** What an operation cost in the first and the last weeks of a run, and in all of them. */
export interface GasRow {
  operation: string;
  times: number;
  most: number;
  /** Undefined where it never happened. */
  first: GasOfEnd | undefined;
  last: GasOfEnd | undefined;
}

/** What is paid for each wallet that is named. */
const PER_WALLET = "finalize (wallets), per wallet";

/** Every operation, and what it costs by the wallet. */
export function gasRows(record: SimulationRecord): GasRow[] {
  const { gas, weeks } = record;
  const span = comparedWeeks(weeks);
  const perWallet = walletColumns(record);
  return [...Object.entries(gas), ...(perWallet ? [[PER_WALLET, perWallet] as const] : [])]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([operation, columns]) => ({
      operation,
      times: columns.counts.reduce((sum, one) => sum + one, 0),
      most: Math.max(...columns.maxima),
      first: endOf(columns, (week) => week <= span),
      last: endOf(columns, (week) => week > weeks - span),
    }));
}

/** The rows as a table of words; "–" where there is nothing to tell. */
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
      "of all",
    ],
    rows: gasRows(record).map(({ operation, times, first, last, most }) => [
      operation,
      count(times),
      orDash(first?.median),
      orDash(last?.median),
      first && last ? percent(last.median / first.median - 1) : DASH,
      orDash(first?.most),
      orDash(last?.most),
      count(most),
    ]),
  };
}

const DASH = "–";

function orDash(gas: number | undefined): string {
  return gas === undefined ? DASH : count(gas);
}

/** A part as "+1.5 %". */
export function percent(part: number): string {
  const text = Math.abs(part * 100).toFixed(1);
  return text === "0.0" ? "0 %" : `${part < 0 ? "−" : "+"}${text} %`;
}

function endOf(columns: Columns, isIn: (week: number) => boolean): GasOfEnd | undefined {
  const values = columns.weeks.flatMap((week, index) =>
    isIn(week)
      ? [{ median: columns.medians[index]!, times: columns.counts[index]!, most: columns.maxima[index]! }]
      : [],
  );
  if (values.length === 0) return undefined;
  const times = values.reduce((sum, value) => sum + value.times, 0);
  return { times, median: medianOf(values, times), most: Math.max(...values.map(({ most }) => most)) };
}

/** The median of weekly medians, each as often as it stands for. */
function medianOf(values: { median: number; times: number }[], times: number): number {
  let left = times / 2;
  const sorted = values.sort((a, b) => a.median - b.median);
  return sorted.find((value) => (left -= value.times) <= 0)!.median;
}
