import { cyan, dim, green, red, yellow } from "picocolors";
import { formatTable } from "../format/formatTable";
import { formatDate, formatTime } from "../format/formatTime";
import { formatWct } from "../format/formatWct";
import { amountText, heading } from "./formatReport";
import { formatScore } from "./formatScore";
import type { EpochReport, NodeReport, NodesReport } from "./readNodes";

/** The nodes' report as tables of at most 100 characters a line. */
export function formatNodes(report: NodesReport): string {
  const { nodes, now, running } = report;
  return [
    heading("Epochs: a UTC day each, amounts in WCT"),
    epochTable(report),
    `\n  What nobody earned belongs to the next epoch: ${formatWct(running.budget)} WCT wait in epoch ${running.epoch}, now running.`,
    heading(`Nodes on ${formatDate(now)}, amounts in WCT`),
    nodeTable(report),
    ...nodes.filter(({ pending }) => pending > 0n).map(pendingNote),
  ].join("\n");
}

function epochTable({ epochs }: NodesReport): string {
  return formatTable({
    head: ["day", "epoch", "reports", "outcome", "scored", "confined", "budget", "paid", "rolled over"],
    rows: epochs.map((epoch) => [
      formatDate(epoch.opening),
      String(epoch.epoch),
      `${epoch.reports} of ${epoch.reporters}`,
      epoch.isFinalized ? green("finalized") : yellow("missed"),
      countText(epoch.scored),
      epoch.confined === 0 ? "–" : red(String(epoch.confined)),
      amountText(epoch.budget),
      amountText(epoch.earned),
      amountText(epoch.rolledOver),
    ]),
    foot: ["sum", "", "", "", "", countText(sumOf(epochs, "confined")), "", amountText(total(epochs, "earned")), ""],
    textColumns: [0, 1, 3],
  });
}

function nodeTable({ nodes }: NodesReport): string {
  return formatTable({
    head: ["node", "operator", "status", "last score", "weight", "earned", "unclaimed", "slashed", "pending"],
    rows: nodes.map((node) => [
      String(node.number),
      `${node.operator.slice(0, 6)}…${node.operator.slice(-4)}`,
      statusText(node.status),
      node.lastScore === undefined ? "–" : formatScore(node.lastScore),
      amountText(node.weight),
      amountText(node.earned),
      amountText(node.owed),
      node.slashed === 0n ? "–" : red(amountText(node.slashed)),
      node.pending === 0n ? "–" : yellow(amountText(node.pending)),
    ]),
    foot: [
      "all",
      "",
      "",
      "",
      ...(["weight", "earned", "owed", "slashed", "pending"] as const).map((column) =>
        amountText(total(nodes, column)),
      ),
    ],
    textColumns: [0, 1, 2],
  });
}

function pendingNote({ number, pending, pendingUntil }: NodeReport): string {
  const until = formatTime(pendingUntil).slice(0, -3);
  return `\n  ${formatWct(pending)} WCT of node ${number} are held: the guardian may veto the slash until ${until}.`;
}

const paints: Record<NodeReport["status"], (text: string) => string> = {
  None: dim,
  Standby: dim,
  Reserved: cyan,
  Active: green,
  Confined: red,
  Deactivated: dim,
};

function statusText(status: NodeReport["status"]): string {
  return paints[status](status);
}

function countText(count: number): string {
  return count === 0 ? "–" : String(count);
}

function total<Column extends string>(rows: Record<Column, bigint>[], column: Column): bigint {
  return rows.reduce((sum, row) => sum + row[column], 0n);
}

function sumOf(epochs: EpochReport[], column: "confined"): number {
  return epochs.reduce((sum, epoch) => sum + epoch[column], 0);
}
