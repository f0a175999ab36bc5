import { percent } from "./percent";
import {
  killedBps,
  killedOfKillableBps,
  leastKilledBps,
  type MutationRecord,
  type Survivor,
  type TargetRecord,
} from "./record";

/** Code between backticks within a table or a list. */
function code(text: string): string {
  return text === "" ? "nothing" : `\`${text}\``;
}

const HEADINGS = [
  "target",
  "mutants",
  "tried",
  "not compiling",
  "same code",
  "killed",
  "stopped",
  "survived",
  "of these explained",
  "killed of all",
  "killed of those that can be",
  "at least (95 %)",
];

function row(target: TargetRecord): string[] {
  const { name, total, tried, killed, stopped, equal, invalid, survivors } = target;
  const explained = survivors.filter(({ reason }) => reason !== null).length;
  const cells = [name, total, tried, invalid, equal, killed, stopped, survivors.length, explained];
  const shares = [killedBps(target), killedOfKillableBps(target), leastKilledBps(target)];
  return [...cells.map(String), ...shares.map(percent)];
}

/** A Markdown table, its columns as wide as prettier makes them; the first one is text, the others are numbers. */
function table(headings: readonly string[], rows: readonly string[][]): string[] {
  const widths = headings.map((_, column) => Math.max(...[headings, ...rows].map((cells) => cells[column]!.length)));
  const line = (cells: readonly string[]) => {
    const padded = cells.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!),
    );
    return `| ${padded.join(" | ")} |`;
  };
  const rule = widths.map((width, column) => (column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  return [line(headings), `| ${rule.join(" | ")} |`, ...rows.map(line)];
}

function survivor({ id, line, original, replacement, reason }: Survivor): string {
  const change = `${code(original)} becomes ${code(replacement)}`;
  const where = line === original || line.startsWith(`${original};`) ? "" : `, in ${code(line)}`;
  return `- ${code(id)}: ${change}${where}. ${reason ?? "Not explained."}`;
}

/** The commands that made the rows, each with the targets that it made. */
function commands(targets: readonly TargetRecord[]): string[] {
  const names = new Map<string, string[]>();
  for (const { command, name } of targets) names.set(command, [...(names.get(command) ?? []), name]);
  return [...names].map(([command, made]) => `- ${made.join(", ")}: \`${command}\``);
}

/** What a share of a sample does not say. */
function samples(targets: readonly TargetRecord[]): string[] {
  const drawn = targets.filter(({ tried, total }) => tried < total).map(({ name }) => name);
  if (drawn.length === 0) return ["All mutants of every target were tried."];
  return [
    `Samples, not all mutants, were tried of: ${drawn.join(", ")}.`,
    "What survives among the others nobody has seen. The last column is the lower end of the 95 % confidence interval (Wilson) of the share before",
    "it: so much is to be expected of all mutants of the target at least.",
  ];
}

/** The report of the mutants, by its path. */
export function renderMutants({ targets }: MutationRecord): Map<string, string> {
  const alive = targets.filter(({ survivors }) => survivors.length !== 0);
  const lines = [
    "# Mutants",
    "",
    "One operator, number, rounding, guard, event, write, call, condition or return value of the contracts is changed at a time, and the tests",
    "that concern it have to notice ([decision 26](decisions/26-mutants.md)). A mutant is killed when one of them fails, and also when it makes",
    "one never end, so that it has to be stopped, by time or memory, twice. It does not count when the compiler refuses it or the optimizer makes",
    "the original's code of it. A survivor is a gap in the tests unless it is explained: then nothing that anyone can observe differs, and no test",
    'can kill it. "Killed of all" counts the explained survivors as alive, "killed of those that can be" leaves them out; `npm run mutate` fails',
    "when that is below 95 % for any target, or an explanation is stale.",
    "",
    ...samples(targets),
    "",
    ...table(HEADINGS, targets.map(row)),
    "",
    "Made by, with samples drawn by their seed:",
    "",
    ...commands(targets),
    "",
    "## Survivors",
    "",
    ...(alive.length === 0 ? ["None.", ""] : []),
    ...alive.flatMap(({ name, survivors }) => [`### ${name}`, "", ...survivors.map(survivor), ""]),
  ];
  return new Map([["docs/mutants.md", lines.join("\n")]]);
}
