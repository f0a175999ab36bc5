import { staking } from "stakeweight-sdk";
import { parseTokens } from "../arguments/parseTokens.js";
import { formatOf } from "../output/formatOf.js";
import { planOfStake } from "../write/planOfStake.js";
import { stepsOf } from "../write/stepsOf.js";
import { write } from "../write/write.js";
import { act } from "./act.js";
import type { AddCommand } from "./AddCommand.js";
import { examples } from "./examples.js";
import { withWriteOptions } from "./withWriteOptions.js";

/** `increase <amount>`: adds to one's position. */
export const addIncrease: AddCommand = (parent, surroundings) => {
  const command = parent
    .command("increase")
    .summary("add to your position")
    .description("Adds to your Locked or Unlocking position, on its terms: preset and end stay as they are.")
    .argument("<amount>", "how much of the token, like 1,000.5")
    .addHelpText("after", examples("increase 500 --keystore alice", "increase 0.5 --keystore alice --yes --json"));
  act(withWriteOptions(command), surroundings, async (context, { args }) => {
    const connection = await context.connectToWrite();
    const token = await context.token(connection);
    const format = formatOf(token);
    const amount = parseTokens(args[0]!, token);
    const [preview, calls] = await Promise.all([
      staking.previewIncrease(connection, { amount }),
      staking.prepareIncrease(connection, { amount }),
    ]);
    const title = `Add ${format.exact(amount)} to your position`;
    await write(context, connection, {
      title,
      steps: stepsOf(calls, { title, approval: `Approve ${format.exact(amount)}` }),
      ...planOfStake(connection, { preview, format }),
    });
  });
};
