import { staking } from "stakeweight-sdk";
import { parsePreset, presetList } from "../arguments/parsePreset.js";
import { formatOf } from "../output/formatOf.js";
import { planOfStake } from "../write/planOfStake.js";
import { write } from "../write/write.js";
import { act } from "./act.js";
import type { AddCommand } from "./AddCommand.js";
import { examples } from "./examples.js";
import { withWriteOptions } from "./withWriteOptions.js";

/** `relock <weeks>`: stops the decay, or lengthens the preset. */
export const addRelock: AddCommand = (parent, surroundings) => {
  const command = parent
    .command("relock")
    .summary("stop the decay, or lengthen the preset")
    .description(
      "Brings an Unlocking position back to Locked, which stops its decay at once; or gives a Locked one a longer preset.",
    )
    .argument("<weeks>", `the preset, not shorter than what remains: ${presetList}`, parsePreset)
    .addHelpText("after", examples("relock 104 --keystore alice"));
  act<Record<string, never>, [bigint]>(withWriteOptions(command), surroundings, async (context, { args }) => {
    const [presetWeeks] = args;
    const connection = await context.connectToWrite();
    const format = formatOf(await context.token(connection));
    const preview = await staking.previewRelock(connection, { presetWeeks });
    const title = `Lock your position with a preset of ${presetWeeks} weeks`;
    await write(context, connection, {
      title,
      steps: [{ call: staking.relock(connection, { presetWeeks }), description: title }],
      ...planOfStake(connection, { preview, format }),
    });
  });
};
