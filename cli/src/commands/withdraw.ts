import { staking, token as tokens } from "stakeweight-sdk";
import { formatOf } from "../output/formatOf.js";
import { change } from "../write/Plan.js";
import { write } from "../write/write.js";
import { act } from "./act.js";
import type { AddCommand } from "./AddCommand.js";
import { examples } from "./examples.js";
import { withWriteOptions } from "./withWriteOptions.js";

/** `withdraw`: takes an Unlocked position out. */
export const addWithdraw: AddCommand = (parent, surroundings) => {
  const command = parent
    .command("withdraw")
    .summary("take your Unlocked position out")
    .description("Pays out your whole Unlocked position, less what is held back for a slash.")
    .addHelpText("after", examples("withdraw --keystore alice"));
  act(withWriteOptions(command), surroundings, async (context) => {
    const connection = await context.connectToWrite();
    const account = connection.account!;
    const format = formatOf(await context.token(connection));
    const [{ position, held }, balance] = await Promise.all([
      staking.getStake(connection),
      tokens.balanceOf(connection, { account }),
    ]);
    const paid = position.amount - held;
    const title = `Withdraw ${format.rounded(paid)}`;
    await write(context, connection, {
      title,
      steps: [{ call: staking.withdraw(connection), description: title }],
      changes: [
        change("amount", "Staked", { before: position.amount, after: held, format: format.rounded }),
        change("balance", "In the wallet", { before: balance, after: balance + paid, format: format.rounded }),
      ],
      ...(held === 0n ? {} : { warnings: [`${format.rounded(held)} are held back for a slash and stay.`] }),
      result: async () => {
        const now = await tokens.balanceOf(connection, { account });
        return { facts: [["In the wallet", format.rounded(now)]], json: { account, amount: paid, balance: now } };
      },
    });
  });
};
