import { staking } from "stakeweight-sdk";
import { parsePreset, presetList } from "../arguments/parsePreset.js";
import { parseTokens } from "../arguments/parseTokens.js";
import { formatOf } from "../output/formatOf.js";
import { planOfStake } from "../write/planOfStake.js";
import { stepsOf } from "../write/stepsOf.js";
import { write } from "../write/write.js";
import { act } from "./act.js";
import type { AddCommand } from "./AddCommand.js";
import { examples } from "./examples.js";
import { withWriteOptions } from "./withWriteOptions.js";

/** `stake <amount> --preset <weeks>`: opens a position. */
export const addStake: AddCommand = (parent, surroundings) => {
  const command = parent
    .command("stake")
    .summary("open a position")
    .description(
      "Opens a Locked position: its weight is amount · preset / 209 weeks and does not decay until the unlock is initiated.",
    )
    .argument("<amount>", "how much of the token, like 1,000.5")
    .requiredOption("-p, --preset <weeks>", `the unlock duration: ${presetList} weeks`, parsePreset)
    .addHelpText(
      "after",
      examples(
        "stake 1,000 --preset 52 --keystore alice",
        "stake 250.5 -p 26 --from 0xYourSafe --safe batch.json",
        "stake 100 -p 4 --from 0xYourAddress --unsigned",
      ),
    );
  act<{ preset: bigint }>(withWriteOptions(command), surroundings, async (context, { args, options }) => {
    const { preset: presetWeeks } = options;
    const connection = await context.connectToWrite();
    const token = await context.token(connection);
    const format = formatOf(token);
    const amount = parseTokens(args[0]!, token);
    const [preview, calls] = await Promise.all([
      staking.previewStake(connection, { amount, presetWeeks }),
      staking.prepareStake(connection, { amount, presetWeeks }),
    ]);
    const title = `Stake ${format.exact(amount)} for ${presetWeeks} weeks`;
    await write(context, connection, {
      title,
      steps: stepsOf(calls, { title, approval: `Approve ${format.exact(amount)}` }),
      ...planOfStake(connection, { preview, format }),
    });
  });
};
