import { bold } from "picocolors";
import { formatTable } from "../../format/formatTable";
import type { SimulationRecord } from "../record";
import { count } from "./count";
import { renderRows } from "./gasRows";

/** What the terminal shows of a run. */
export function formatSummary(record: SimulationRecord): string {
  const { history, operations, finalizations } = record;
  const last = history.at(-1)!;
  const facts = [
    ["transactions", count(record.transactions), `in ${count(record.blocks)} blocks`],
    ["refused, as they had to be", count(operations["refused"] ?? 0), ""],
    ["epochs finalized", count(finalizations.epochs), `and ${count(finalizations.walletPeriods)} wallet periods`],
    ["staked in the end, in WCT", count(last.staked), `by ${count(last.stakers)} accounts`],
    [
      "left by rounding, in wei",
      count(Number(record.ending.dust)),
      `of ${count(Number(record.ending.mostDust))} at most`,
    ],
    ["deviations", "0", ""],
  ];
  const { head, rows } = renderRows(record);
  return [
    "",
    bold(`${count(record.accounts)} accounts, ${record.weeks} weeks, seed ${record.seed}`),
    "",
    formatTable({ head: ["", "", ""], rows: facts, textColumns: [0, 2] }),
    "",
    formatTable({ head: head.map((text) => text.replace("median of the ", "")), rows, textColumns: [0] }),
  ].join("\n");
}
