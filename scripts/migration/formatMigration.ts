import { bold, dim, green, red, yellow } from "picocolors";
import { formatTable } from "../format/formatTable";
import { formatTime } from "../format/formatTime";
import { formatWct } from "../format/formatWct";
import type { Plan } from "./planMigration";
import { sum } from "./planMigration";
import type { Obstacle } from "./preflight";
import type { Check, Report } from "./report";
import type { SimulatedBatch } from "./simulateBatches";
import { lockStatuses, type LockStatus } from "./types";

/** What each status means for the lock's owner. */
const meanings: Record<LockStatus, string> = {
  None: "",
  Ready: "moved by a batch",
  PositionExists: "waits: its owner has a position and can join() it",
  NotBacked: "refused: what was transferred in is not the amount",
  EndNotWeekStart: "refused: its end is no Thursday 00:00 UTC",
  EndTooLate: "waits: its end is more than 105 weeks ahead",
  NoPreset: "refused: perpetual, without a preset",
};

/** The locks by what becomes of them, and the batches. */
export function formatPlan({ block, locks, batches, amount }: Plan): string {
  const byStatus = lockStatuses
    .map((status) => ({ status, of: locks.filter((lock) => lock.status === status) }))
    .filter(({ of }) => of.length > 0);
  const table = formatTable({
    head: ["status", "locks", "WCT", "transferred in", "what happens"],
    rows: byStatus.map(({ status, of }) => [
      status,
      String(of.length),
      formatWct(sum(of.map((lock) => lock.amount))),
      formatWct(sum(of.map((lock) => lock.transferredAmount))),
      meanings[status],
    ]),
    foot: [
      "all",
      String(locks.length),
      formatWct(sum(locks.map((lock) => lock.amount))),
      formatWct(sum(locks.map((lock) => lock.transferredAmount))),
      "",
    ],
    textColumns: [0, 4],
  });
  const work =
    batches.length === 0
      ? "Nothing to move."
      : `${count(batches.flat().length, "lock")}, ${formatWct(amount)} WCT, in ${count(batches.length, "batch", "batches")}.`;
  return `\n${bold("Plan")} ${dim(`at block ${block.number}, ${formatTime(block.timestamp)}`)}\n\n${table}\n\n  ${work}\n`;
}

export function formatObstacles(obstacles: readonly Obstacle[]): string {
  const lines = obstacles.map(({ message }) => `  ${yellow("•")} ${message}`);
  return lines.length === 0 ? "" : `\n${bold("Still to be done")}\n\n${lines.join("\n")}\n`;
}

export function formatSimulated(simulated: readonly SimulatedBatch[]): string {
  if (simulated.length === 0) return "";
  const rows = simulated.map(({ number, moved, gas, failure }) => [
    String(number),
    formatWct(moved),
    formatCount(gas),
    failure ?? "ok",
  ]);
  const table = formatTable({
    head: ["batch", "WCT", "gas", "simulated"],
    rows,
    foot: [
      "all",
      formatWct(sum(simulated.map(({ moved }) => moved))),
      formatCount(sum(simulated.map(({ gas }) => gas))),
      "",
    ],
    textColumns: [3],
  });
  return `\n${bold("Batches, simulated")}\n\n${table}\n`;
}

/** What became of all locks, and whether the sums agree. */
export function formatMigration(report: Report): string {
  const { totals, run, checks } = report;
  const byStatus = Object.entries(totals.left.byStatus) as [LockStatus, { locks: number; amount: bigint }][];
  const rows = [
    ...(["moved", "joined", "withdrawn"] as const).map((name) => ({ name, ...totals[name], note: "" })),
    ...byStatus.map(([status, of]) => ({ name: `left: ${status}`, ...of, note: meanings[status] })),
  ];
  const table = formatTable({
    head: ["locks", "number", "WCT", ""],
    rows: rows.map(({ name, locks, amount, note }) => [name, String(locks), formatWct(amount), note]),
    textColumns: [0, 3],
  });
  const gas = run.averageGasPerLock === null ? "" : `, ${formatCount(run.averageGasPerLock)} gas per lock`;
  const sent = run.batches.filter(({ transactionHash }) => transactionHash !== null).length;
  const facts = [
    `This run: ${count(sent, "batch", "batches")}${gas}. Verified: ${count(run.verified.byState, "position")}` +
      (run.verified.byEvents === 0 ? "." : `; ${count(run.verified.byEvents, "more", "more")} by events only.`),
    `Tokens of the legacy contract: ${formatWct(run.tokenBalanceBefore)} WCT before this run, ` +
      `${formatWct(totals.tokenBalance)} now; ${formatWct(totals.surplus)} of these belong to no lock.`,
  ];
  return [
    `\n${bold("Migration")} ${dim(`at block ${report.block.number}, ${formatTime(report.block.timestamp)}`)}\n`,
    table,
    "",
    ...facts.map((fact) => `  ${fact}`),
    "",
    ...checks.map((check) => formatCheck(check, report.dryRun)),
    "",
    verdict(report),
  ].join("\n");
}

function verdict({ complete, stopped, dryRun }: Report): string {
  if (stopped !== null) return `  ${red("Stopped:")} ${stopped}`;
  if (complete) return `  ${green("Complete:")} everything that can be moved was moved, and all sums agree.`;
  return dryRun ? `  ${dim("A dry run: nothing was sent.")}` : `  ${red("Not complete.")}`;
}

function formatCheck({ name, left, relation, right, holds }: Check, dryRun: boolean): string {
  const values = `${left.what} ${String(left.value)} ${relation} ${right.what} ${String(right.value)}`;
  // Before the migration, what does not hold yet is no alarm.
  const mark = holds ? green("✓") : dryRun ? yellow("·") : red("✗");
  return `  ${mark} ${name}  ${dim(values)}`;
}

/** "1 batch", "2 batches". */
export function count(amount: number, one: string, many = `${one}s`): string {
  return `${formatCount(amount)} ${amount === 1 ? one : many}`;
}

function formatCount(amount: number | bigint): string {
  return amount.toString().replace(/\B(?=(\d{3})+$)/g, ",");
}
