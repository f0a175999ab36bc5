import { type Connection, rewards, time } from "stakeweight-sdk";
import { parseCount } from "../arguments/parseCount.js";
import { parseDay } from "../arguments/parseDay.js";
import { formatOf, type TokenFormat } from "../output/formatOf.js";
import type { Colors } from "../output/colorsFor.js";
import { formatTable } from "../output/formatTable.js";
import { formatDate, formatDay, formatDuration } from "../output/formatTime.js";
import { act } from "./act.js";
import type { AddCommand } from "./AddCommand.js";
import { examples } from "./examples.js";

/** How many weeks are shown, and how many of them lie before the running one. */
const DEFAULT_COUNT = 8;
const DEFAULT_PAST = 4n;

/** More take a node too long. */
const MAX_COUNT = 520;

/** `weeks`: rewards week by week, and what each preset earns. */
export const addWeeks: AddCommand = (parent, surroundings) => {
  const command = parent
    .command("weeks")
    .summary("rewards week by week, and what each preset earns")
    .description("Shows the reward weeks, Thursday to Thursday 00:00 UTC, and the yearly rate that each preset earns.")
    .option("--week <date>", "a day of the first week (default: four weeks ago)", parseDay)
    .option("--weeks <number>", "how many weeks", parseCount(MAX_COUNT), DEFAULT_COUNT)
    .addHelpText("after", examples("weeks", "weeks --week 2026-01-01 --weeks 52 --json"));
  act<{ week?: bigint; weeks: number }>(command, surroundings, async (context, { options }) => {
    const { output } = context;
    const connection = await context.connect();
    const period = await time.nextPeriod(connection);
    const from = options.week ?? period.weekStart - DEFAULT_PAST * time.WEEK;
    const [token, weeks, rates] = await Promise.all([
      context.token(connection),
      rewards.listWeeks(connection, { from, count: options.weeks }),
      readRates(connection),
    ]);
    const format = formatOf(token);
    output.data({ period, weeks, rates }, () =>
      [
        formatWeeks(weeks, { symbol: token.symbol, format, colors: output.colors }),
        "",
        formatRates(rates, output.colors),
        "",
        `  The next week begins in ${formatDuration(period.secondsLeft)}, ${formatDate(period.end)}:`,
        "  a position that stands strictly before shares its reward.",
      ].join("\n"),
    );
  });
};

interface Rates {
  presetWeeks: bigint;
  /** Yearly rates as fractions: 0.05 is 5 %. */
  last: rewards.RewardRate;
  running: rewards.RewardRate;
}

function readRates(connection: Connection): Promise<Rates[]> {
  return Promise.all(
    time.PRESETS.map(async (presetWeeks) => {
      const [last, running] = await Promise.all([
        rewards.rewardRate(connection, { presetWeeks, period: "last" }),
        rewards.rewardRate(connection, { presetWeeks, period: "running" }),
      ]);
      return { presetWeeks, last, running };
    }),
  );
}

function formatWeeks(
  weeks: readonly rewards.RewardWeek[],
  { symbol, format, colors }: { symbol: string; format: TokenFormat; colors: Colors },
): string {
  const rows = weeks.map(({ weekStart, state, reward, totalWeight }) => [
    formatDay(weekStart),
    state === "running" ? colors.green(state) : state === "finished" ? state : colors.dim(state),
    format.plain(reward),
    format.plain(totalWeight),
  ]);
  const numbers = { align: "right" } as const;
  return formatTable(
    ["Week from", "State", { name: `Reward (${symbol})`, ...numbers }, { name: "Total weight", ...numbers }],
    rows,
    colors,
  );
}

function formatRates(rates: readonly Rates[], colors: Colors): string {
  const numbers = { align: "right" } as const;
  return formatTable(
    ["Preset", { name: "Last week, a year", ...numbers }, { name: "This week, a year", ...numbers }],
    rates.map(({ presetWeeks, last, running }) => [
      `${presetWeeks} weeks`,
      formatPercent(last),
      formatPercent(running),
    ]),
    colors,
  );
}

function formatPercent({ apr }: rewards.RewardRate): string {
  return apr === undefined ? "–" : `${(apr * 100).toFixed(2)} %`;
}
