import { dim, green } from "picocolors";
import { formatTable } from "../format/formatTable";
import { formatDate } from "../format/formatTime";
import { formatWct } from "../format/formatWct";
import { amountText, heading } from "./formatReport";
import type { WalletOutcome, WalletsReport } from "./readWallets";

/** The wallets' period as a table of at most 100 characters a line, and what became of its budget. */
export function formatWallets(report: WalletsReport): string {
  const { period, start, end, reports, members, budget, paid, rolledOver } = report;
  return [
    heading(
      `Wallets: period ${period.toString()}, ${formatDate(start)} to ${formatDate(end)}, ${reports} of ${members} reports, amounts in WCT`,
    ),
    walletTable(report),
    `\n  Budget ${formatWct(budget)} WCT: ${formatWct(paid)} paid, ${formatWct(rolledOver)} rolled over to the next period.`,
  ].join("\n");
}

function walletTable({ wallets }: WalletsReport): string {
  return formatTable({
    head: ["wallet", "owner", "certified", "connections", "linear", "certified pool", "earned", "claimed"],
    rows: wallets.map((wallet) => [
      String(wallet.walletId),
      `${wallet.owner.slice(0, 6)}…${wallet.owner.slice(-4)}`,
      wallet.isCertified ? green("yes") : "no",
      connectionsText(wallet),
      amountText(wallet.linear),
      amountText(wallet.certified),
      amountText(wallet.linear + wallet.certified),
      amountText(wallet.claimed),
    ]),
    foot: [
      "all",
      "",
      "",
      "",
      amountText(sumOf(wallets, "linear")),
      amountText(sumOf(wallets, "certified")),
      amountText(sumOf(wallets, "linear") + sumOf(wallets, "certified")),
      amountText(sumOf(wallets, "claimed")),
    ],
    textColumns: [0, 1, 2],
  });
}

/** Too few are dim. */
function connectionsText({ connections, isEligible }: WalletOutcome): string {
  const text = connections.toString().replace(/\B(?=(\d{3})+$)/g, ",");
  return isEligible ? text : dim(text);
}

function sumOf(wallets: WalletOutcome[], column: "linear" | "certified" | "claimed"): bigint {
  return wallets.reduce((sum, wallet) => sum + wallet[column], 0n);
}
