import { nodeRewards, pin, registry } from "stakeweight-sdk";
import type { Colors } from "../output/colorsFor.js";
import { formatOf, type TokenFormat } from "../output/formatOf.js";
import { formatScore } from "../output/formatScore.js";
import { formatTable } from "../output/formatTable.js";
import { formatDay, formatRelative } from "../output/formatTime.js";
import { act } from "./act.js";
import type { AddCommand } from "./AddCommand.js";
import { examples } from "./examples.js";

/** `nodes`: every node, and the slashes that wait. */
export const addNodes: AddCommand = (parent, surroundings) => {
  const command = parent
    .command("nodes")
    .summary("the nodes, their scores and pay, and pending slashes")
    .description(
      "Lists the nodes with their status, weight, last score and pay, and the slashes that can still be vetoed.",
    )
    .option("--all", "also those that were deactivated")
    .addHelpText("after", examples("nodes", "nodes --all --json"));
  act<{ all?: boolean }>(command, surroundings, async (context, { options: { all = false } }) => {
    const { output } = context;
    // All of one block, so that counts and nodes agree.
    const connection = await pin(await context.connect());
    const [token, nodes, counts, targets, slashes] = await Promise.all([
      context.token(connection),
      registry.listNodes(connection),
      registry.counts(connection),
      registry.targets(connection),
      nodeRewards.listSlashes(connection),
    ]);
    const shown = nodes.filter(({ status }) => all || status !== "Deactivated").sort(byRank);
    const style = { symbol: token.symbol, format: formatOf(token), now: connection.timestamp, colors: output.colors };
    output.data({ counts, targets, nodes: shown, slashes }, () =>
      [
        formatNodes(shown, style),
        `  ${count(counts.active, targets.active)} Active, ${count(counts.reserved, targets.reserved)} Reserved, ` +
          `${counts.confined.toString()} Confined, ${counts.calledUp.toString()} called up`,
        ...formatSlashes(slashes, style),
      ].join("\n\n"),
    );
    const hidden = nodes.length - shown.length;
    if (hidden > 0) output.message(`${hidden} deactivated: --all lists them, too`);
  });
};

interface Style {
  symbol: string;
  format: TokenFormat;
  /** Unix seconds. */
  now: bigint;
  colors: Colors;
}

const ranks: Record<registry.Status, number> = {
  Active: 0,
  Reserved: 1,
  Confined: 2,
  Standby: 3,
  Deactivated: 4,
  None: 5,
};

/** Those that serve first, and of the same status the strongest. */
function byRank(one: registry.NodeEntry, other: registry.NodeEntry): number {
  return ranks[one.status] - ranks[other.status] || (one.weight < other.weight ? 1 : -1);
}

function formatNodes(nodes: readonly registry.NodeEntry[], { symbol, format, now, colors }: Style): string {
  if (nodes.length === 0) return "  No node is registered.";
  const rows = nodes.map(({ operator, status, weight, lastScore, endpoint, owed, confirmBy, returnsAt }) => [
    operator,
    `${colored(status, colors)}${until(status, { confirmBy, returnsAt, now })}`,
    format.plain(weight),
    lastScore === undefined ? "" : formatScore(lastScore),
    endpoint,
    format.plain(owed),
  ]);
  const right = (name: string) => ({ name, align: "right" as const });
  return formatTable(
    ["Operator", "Status", right("Weight"), right("Last score"), "Endpoint", right(`Owed (${symbol})`)],
    rows,
    colors,
  );
}

function colored(status: registry.Status, colors: Colors): string {
  if (status === "Active") return colors.green(status);
  return status === "Confined" ? colors.yellow(status) : status;
}

/** What is to be expected next of a node. */
function until(
  status: registry.Status,
  { confirmBy, returnsAt, now }: { confirmBy: bigint; returnsAt: bigint; now: bigint },
): string {
  if (confirmBy > now) return `, to confirm ${formatRelative(confirmBy, now)}`;
  if (confirmBy > 0n) return ", missed its call-up";
  return status === "Confined" ? `, back ${formatRelative(returnsAt, now)}` : "";
}

function formatSlashes(slashes: readonly nodeRewards.PendingSlash[], { format, now, colors }: Style): string[] {
  if (slashes.length === 0) return [];
  const rows = slashes.map(({ operator, offence, epoch, amount, dueAt, isDue }) => [
    operator,
    offence,
    formatDay(epoch * 86_400n),
    format.rounded(amount),
    isDue ? colors.yellow("now") : formatRelative(dueAt, now),
  ]);
  const amountColumn = { name: "Held back", align: "right" as const };
  return [formatTable(["Pending slash of", "Offence", "Epoch", amountColumn, "Can be executed"], rows, colors)];
}

function count(actual: bigint, target: bigint): string {
  return `${actual.toString()} of ${target.toString()}`;
}
