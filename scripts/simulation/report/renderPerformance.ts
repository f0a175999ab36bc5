import type { SimulationRecord } from "../record";
import { charts } from "./charts";
import { count } from "./count";
import { gasChart } from "./gasChart";
import { renderRows } from "./gasRows";
import { costTable, renderGrowth } from "./renderGrowth";
import { toSvg } from "./toSvg";

/** Where the document and its pictures stand, from the root. */
const DOCUMENT = "docs/performance.md";
const PICTURES = "docs/pictures";

/** The document on what operations cost as the network grows, with its pictures: by path, all that is in the files. */
export async function renderPerformance(record: SimulationRecord): Promise<Map<string, string>> {
  const shown = [gasChart(record), ...charts(record)];
  const pictures = await Promise.all(
    shown.map(async (chart) => [`${PICTURES}/${chart.name}.svg`, `${await toSvg(chart)}\n`] as const),
  );
  return new Map([[DOCUMENT, document(record)], ...pictures]);
}

function document(record: SimulationRecord): string {
  const [gas, ...others] = [gasChart(record), ...charts(record)];
  return `${[
    "# Performance",
    "What every operation costs while a network grows for years: the record of one run of the simulation, made with",
    `\`\`\`sh\n${record.command}\n\`\`\``,
    "It lets stakers, nodes and wallets live on a local EVM, every call a transaction through the proxies that the deploy scripts " +
      "make. At the end of every week all positions, weights, votes, claimable rewards, seats, pay and balances are compared with a " +
      "model that knows the rules alone, and in the end everybody leaves and every wei is accounted for. A single deviation ends " +
      "the run with exit code 1, and so does a cost that grows. The same arguments make the same record.",
    "## What was run",
    formatTable(["", ""], facts(record)),
    "## What costs grow with, and what they do not",
    `![${gas.title}](pictures/${gas.name}.svg)`,
    `${gas.text} Both ends of the run, in gas, “–” where it did not happen:`,
    formatTable(...tableOf(record)),
    renderGrowth(record),
    "## Beside README's cost table",
    costTable,
    "## The network",
    ...others.map(({ title, text, name }) => `![${title}](pictures/${name}.svg)\n\n${text}`),
    "## How it is fast enough",
    speed,
  ].join("\n\n")}\n`;
}

const speed =
  "The EVM is foundry's anvil in a process of its own, from npm like forge. Hardhat's in-process network records every step of every " +
  "transaction: measured with 2,000 stakes, about 4 ms and 0.7 MB for each, where anvil takes 0.04 ms, so that ten thousand accounts " +
  "would need hours and more memory than there is. Blocks hold up to 100 transactions, because anvil needs time by the square of a " +
  "block's size to tell its receipts. Everything that is compared is read through `multicall`, 250 values a request. The model keeps " +
  "the present alone, so a week costs it one step per account.";

function facts(record: SimulationRecord): string[][] {
  const { operations, measured, finalizations, history, ending } = record;
  const of = (name: string) => count(operations[name] ?? 0);
  const largest = (values: number[]) => count(Math.max(...values));
  return [
    ["accounts", count(record.accounts)],
    ["weeks", count(record.weeks)],
    ["most positions at a time", largest(history.map(({ stakers }) => stakers))],
    ["most WCT staked at a time", largest(history.map(({ staked }) => staked))],
    ["transactions", count(record.transactions)],
    ["of them refused, as they had to be", of("refused")],
    ["blocks", count(record.blocks)],
    [
      "claims of rewards, restaked ones included",
      count((operations["claim"] ?? 0) + (operations["claimAndRestake"] ?? 0)),
    ],
    ["epochs finalized", count(finalizations.epochs)],
    ["wallet periods finalized", count(finalizations.walletPeriods)],
    ["slashes executed, vetoed", `${of("executeSlash")}, ${of("vetoSlash")}`],
    [
      "left by rounding in the end",
      `${count(Number(ending.dust))} wei, of ${count(Number(ending.mostDust))} that may be`,
    ],
    ["deviations", "0"],
    ["time, on 2 cores, beside whatever else ran there", minutes(measured.seconds)],
    ["of it time of a processor", measured.cpuSeconds === null ? "not known" : minutes(measured.cpuSeconds)],
    ["memory of the simulation, of the EVM", memory(measured)],
  ];
}

function minutes(seconds: number): string {
  return seconds < 120 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`;
}

function memory({ simulationMemory, evmMemory }: SimulationRecord["measured"]): string {
  return `${count(simulationMemory)} MB, ${evmMemory === null ? "not known" : `${count(evmMemory)} MB`}`;
}

function tableOf(record: SimulationRecord): [head: string[], rows: string[][]] {
  const { head, rows } = renderRows(record);
  return [head, rows.map(([operation, ...cells]) => [`\`${operation!}\``, ...cells])];
}

/** As prettier writes it: columns as wide as their widest cell, numbers to the right. */
function formatTable(head: string[], rows: string[][]): string {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map((row) => row[column]!.length)));
  const line = (cells: string[]) =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join(" | ")} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`)).join(" | ")} |`;
  return [line(head), rule, ...rows.map(line)].join("\n");
}
