import { staking, token as tokens } from "stakeweight-sdk";
import { parsePreset } from "../arguments/parsePreset.js";
import { parseTokens } from "../arguments/parseTokens.js";
import { formatTokens } from "../output/formatTokens.js";
import { change } from "../write/Plan.js";
import { write } from "../write/write.js";
import { act } from "./act.js";
import type { AddCommand } from "./AddCommand.js";
import { examples } from "./examples.js";
import { withWriteOptions } from "./withWriteOptions.js";

/** `stake <amount> --preset <weeks>`: opens a position. */
export const addStake: AddCommand = (parent, surroundings) => {
  const command = withWriteOptions(
    parent
      .command("stake")
      .summary("open a position")
      .description("Opens a Locked position: its weight does not decay until the unlock is initiated.")
      .argument("<amount>", "how much, like 1,000.5")
      .requiredOption("-p, --preset <weeks>", "the unlock duration: 4, 8, 12, 26, 52, 78 or 104 weeks", parsePreset),
  ).addHelpText(
    "after",
    examples("stake 1,000 --preset 52 --keystore alice", "stake 250.5 -p 26 --from 0x… --safe batch.json"),
  );
  act<{ preset: number }>(
    command,
    surroundings,
    async (context, { args: [text], options: { preset: presetWeeks } }) => {
      const connection = await context.connectToWrite();
      const account = connection.account!;
      const token = await context.token(connection);
      const amount = parseTokens(text!, token);
      const { address: spender } = connection.deployment.contracts.StakeWeight!;
      const [before, allowance] = await Promise.all([
        staking.weightOf(connection, { account }),
        tokens.allowance(connection, { owner: account, spender }),
      ]);
      const approval = {
        call: tokens.approve(connection, { spender, value: amount }),
        description: `Approve ${formatTokens(amount, token)}`,
      };
      const title = `Stake ${formatTokens(amount, token)} for ${presetWeeks} weeks`;
      await write(context, connection, {
        title,
        steps: [
          ...(allowance < amount ? [approval] : []),
          { call: staking.stake(connection, { amount, presetWeeks }), description: title },
        ],
        changes: [
          change("weight", "Stake weight", {
            before,
            after: (amount * BigInt(presetWeeks)) / 209n,
            format: (weight) => formatTokens(weight, token),
          }),
        ],
        result: async () => {
          const [position, weight] = await Promise.all([
            staking.positionOf(connection, { account }),
            staking.weightOf(connection, { account }),
          ]);
          return { facts: [["Stake weight", formatTokens(weight, token)]], json: { account, position, weight } };
        },
      });
    },
  );
};
