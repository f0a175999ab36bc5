import { staking } from "stakeweight-sdk";
import { OutdatedError } from "../errors/OutdatedError.js";
import { formatOf } from "../output/formatOf.js";
import { formatDay, formatDuration } from "../output/formatTime.js";
import { planOfStake } from "../write/planOfStake.js";
import { write } from "../write/write.js";
import { act } from "./act.js";
import type { AddCommand } from "./AddCommand.js";
import { examples } from "./examples.js";
import { withWriteOptions } from "./withWriteOptions.js";

/** `unlock`: starts to leave. */
export const addUnlock: AddCommand = (parent, surroundings) => {
  const command = parent
    .command("unlock")
    .summary("start to leave; shows first what it costs")
    .description(
      "Starts to leave: the weight of your position decays to 0 at the end of the unlock, a Thursday 00:00 UTC, from which on\n" +
        "it can be withdrawn. Up to one week of lock time, and its share of the weight, is gone at once. Only relock undoes it.",
    )
    .addHelpText("after", examples("unlock --keystore alice", "relock 52 --keystore alice    (undoes it)"));
  act(withWriteOptions(command), surroundings, async (context) => {
    const connection = await context.connectToWrite();
    const format = formatOf(await context.token(connection));
    const preview = await staking.previewUnlock(connection);
    const title = "Initiate the unlock of your position";
    await write(context, connection, {
      title,
      steps: [{ call: staking.initiateUnlock(connection), description: title }],
      ...planOfStake(connection, { preview, format }),
      warnings: [costOf(preview, format.rounded), "It takes effect at once, and only relock undoes it."],
      question: "Start to leave, at this cost?",
      confirm: async () => {
        const { unlockEnd } = await staking.previewUnlock(connection);
        if (unlockEnd !== preview.unlockEnd)
          throw new OutdatedError("another week has begun, so the unlock ends later");
      },
    });
  });
};

function costOf(
  { weightLost, timeLost, lastRewardWeekStart }: staking.UnlockPreview,
  format: (value: bigint) => string,
) {
  const lastWeek =
    lastRewardWeekStart === undefined
      ? ""
      : ` The last week with a reward begins on ${formatDay(lastRewardWeekStart)}.`;
  return `It costs ${format(weightLost)} of weight at once (${formatDuration(timeLost)} of lock time), then more every second.${lastWeek}`;
}
