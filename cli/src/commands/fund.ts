import { type Connection, rewards, time } from "stakeweight-sdk";
import { parseCount } from "../arguments/parseCount.js";
import { parseDay } from "../arguments/parseDay.js";
import { parseTokens } from "../arguments/parseTokens.js";
import { formatOf, type TokenFormat } from "../output/formatOf.js";
import { formatDay, formatMoment } from "../output/formatTime.js";
import { type Change, change } from "../write/Plan.js";
import { stepsOf } from "../write/stepsOf.js";
import { write } from "../write/write.js";
import { act } from "./act.js";
import type { AddCommand } from "./AddCommand.js";
import { examples } from "./examples.js";
import { withWriteOptions } from "./withWriteOptions.js";

/** The running week and 104 more. */
const MAX_WEEKS = 105;

/** How many weeks are shown one by one. */
const SHOWN_WEEKS = 4;

/** `fund <amountPerWeek> [--week <date>] [--weeks <n>]`: adds to the reward of weeks. */
export const addFund: AddCommand = (parent, surroundings) => {
  const command = parent
    .command("fund")
    .summary("add to the reward of weeks")
    .description(
      "Adds to the reward of one week or several, each from Thursday 00:00 UTC. Funding cannot be taken back.",
    )
    .argument("<amountPerWeek>", "how much for each week, like 1,000.5")
    .option("--week <date>", "a day of the first week, like 2026-11-26 (default: the running week)", parseDay)
    .option("--weeks <number>", "how many weeks", parseCount(MAX_WEEKS), 1)
    .addHelpText(
      "after",
      examples(
        "fund 10,000 --keystore treasury",
        "fund 10,000 --week 2026-11-26 --weeks 4 --from 0xYourSafe --safe batch.json",
      ),
    );
  act<{ week?: bigint; weeks: number }>(withWriteOptions(command), surroundings, async (context, { args, options }) => {
    const connection = await context.connectToWrite();
    const token = await context.token(connection);
    const format = formatOf(token);
    const amountPerWeek = parseTokens(args[0]!, token);
    const now = await time.chainTime(connection);
    const weekStart = time.weekStartOf(options.week ?? now);
    const weekCount = options.weeks;
    const total = amountPerWeek * BigInt(weekCount);
    const [weeks, calls] = await Promise.all([
      rewards.listWeeks(connection, { from: weekStart, count: weekCount }),
      rewards.prepareFund(connection, { weekStart, amountPerWeek, weekCount }),
    ]);
    const what = weekCount === 1 ? "the week" : `each of ${weekCount} weeks`;
    const title = `Add ${format.exact(amountPerWeek)} to the reward of ${what} from ${formatDay(weekStart)}`;
    await write(context, connection, {
      title,
      steps: stepsOf(calls, { title, approval: `Approve ${format.exact(total)}` }),
      changes: changesOf(weeks, amountPerWeek, format),
      facts: [
        ["First week", formatMoment(weekStart, now)],
        ["In all", format.exact(total)],
      ],
      warnings: ["Funding cannot be taken back."],
      result: () => resultOf(connection, { weekStart, weekCount, amountPerWeek, total }, format),
    });
  });
};

function changesOf(weeks: readonly rewards.RewardWeek[], added: bigint, format: TokenFormat): Change[] {
  return weeks.slice(0, SHOWN_WEEKS).map(({ weekStart, reward }) =>
    change(`reward-${formatDay(weekStart)}`, `Reward of ${formatDay(weekStart)}`, {
      before: reward,
      after: reward + added,
      format: format.rounded,
    }),
  );
}

async function resultOf(
  connection: Connection,
  funded: { weekStart: bigint; weekCount: number; amountPerWeek: bigint; total: bigint },
  format: TokenFormat,
) {
  const [first] = await rewards.listWeeks(connection, { from: funded.weekStart, count: 1 });
  return {
    facts: [[`Reward of ${formatDay(funded.weekStart)}`, format.rounded(first!.reward)]] as const,
    json: { ...funded, reward: first!.reward },
  };
}
