import { stripVTControlCharacters } from "node:util";
import { bold } from "picocolors";
import { formatTable } from "../format/formatTable";
import { formatDate } from "../format/formatTime";
import { formatWct } from "../format/formatWct";
import type { Report, WeekReport } from "./readReport";

/** Characters a line. */
const WIDTH = 100;

/** Runs of weeks alike are shortened from this length on. */
const LONG_RUN = 5;

/** The report as tables, each as many accounts wide as fits into 100 characters a line. */
export function formatReport(report: Report): string {
  return [
    ...tablesThatFit("Stake weight that counts for each week's reward", report, weightTable),
    ...tablesThatFit("Rewards of each week, and what was paid in its course", report, paymentTable),
    ...report.weeks.filter(({ handedOn }) => handedOn > 0n).map(handedOnNote),
    heading(`Accounts on ${formatDate(report.now)}, amounts in WCT`),
    accountTable(report),
  ].join("\n");
}

export function heading(text: string): string {
  return `\n${bold(text)}\n`;
}

/** One table over all accounts or, where that is too wide, as few as it takes. */
function tablesThatFit(
  title: string,
  report: Report,
  tableOf: (report: Report, accounts: number[]) => string,
): string[] {
  const accounts = report.accounts.map((_, account) => account);
  for (let size = accounts.length; ; size--) {
    const groups = Array.from({ length: Math.ceil(accounts.length / size) }, (_, index) =>
      accounts.slice(index * size, (index + 1) * size),
    );
    const tables = groups.map((group) => ({ group, table: tableOf(report, group) }));
    if (size > 1 && tables.some(({ table }) => widthOf(table) > WIDTH)) continue;
    return tables.flatMap(({ group, table }) => {
      const which = groups.length === 1 ? "" : ` (accounts ${group[0]!} to ${group.at(-1)!})`;
      return [heading(`${title}${which}, in WCT`), table];
    });
  }
}

function widthOf(table: string): number {
  return Math.max(
    ...stripVTControlCharacters(table)
      .split("\n")
      .map((line) => line.length),
  );
}

function weightTable({ weeks }: Report, group: number[]): string {
  const rows = weeks.map(({ weekStart, weights, totalWeight }) => [
    formatDate(weekStart),
    ...group.map((account) => amountText(weights[account]!)),
    amountText(totalWeight),
  ]);
  return formatTable({
    head: ["week of", ...group.map((account) => `account ${account}`), "all"],
    rows: shorten(rows),
    textColumns: [0],
  });
}

function paymentTable({ weeks, totalPaid }: Report, group: number[]): string {
  const rows = weeks.map(({ weekStart, reward, paid }) => [
    formatDate(weekStart),
    amountText(reward),
    ...group.map((account) => amountText(paid[account]!)),
    amountText(sum(paid)),
  ]);
  return formatTable({
    head: ["week of", "reward", ...group.map((account) => `account ${account}`), "all paid"],
    rows: shorten(rows),
    foot: [
      "sum",
      amountText(sum(weeks.map(({ reward }) => reward))),
      ...group.map((account) => amountText(sum(weeks.map(({ paid }) => paid[account]!)))),
      amountText(totalPaid),
    ],
    textColumns: [0],
  });
}

function handedOnNote({ weekStart, handedOn }: WeekReport): string {
  return `\n  In the week of ${formatDate(weekStart)} nobody had weight: its ${formatWct(handedOn)} WCT went to the next one.`;
}

function accountTable({ accounts, totalWeight, totalStaked }: Report): string {
  return formatTable({
    head: ["account", "position", "preset", "unlock end", "staked", "weight", "claimable", "in wallet"],
    rows: accounts.map(({ position, weight, claimable, balance }, account) => [
      String(account),
      position.state === "None" ? "none" : position.state,
      position.state === "None" ? "" : `${position.presetWeeks} weeks`,
      position.unlockEnd === 0 ? "" : formatDate(position.unlockEnd),
      amountText(position.amount),
      amountText(weight),
      amountText(claimable),
      amountText(balance),
    ]),
    foot: [
      "all",
      "",
      "",
      "",
      amountText(totalStaked),
      amountText(totalWeight),
      amountText(sum(accounts.map(({ claimable }) => claimable))),
      "",
    ],
    textColumns: [0, 1],
  });
}

/** Of a long run of rows that differ in their first column only, the first and the last. */
function shorten(rows: string[][]): string[][] {
  const shortened: string[][] = [];
  for (let index = 0; index < rows.length;) {
    const [first, ...rest] = rows.slice(index);
    const like = first!.slice(1).join();
    const different = rest.findIndex((row) => row.slice(1).join() !== like);
    const length = different === -1 ? rest.length + 1 : different + 1;
    const run = rows.slice(index, index + length);
    const omitted = [`+${length - 2} weeks`, ...first!.slice(1).map(() => "⋮")];
    shortened.push(...(length < LONG_RUN ? run : [run[0]!, omitted, run.at(-1)!]));
    index += length;
  }
  return shortened;
}

/** Nothing is a dash, so that amounts stand out. */
export function amountText(wei: bigint): string {
  return wei === 0n ? "–" : formatWct(wei);
}

function sum(amounts: bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}
