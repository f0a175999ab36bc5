import { type Connection, rewards, staking, token as tokens } from "stakeweight-sdk";
import { parseAddress } from "../arguments/parseAddress.js";
import type { Context } from "../Context.js";
import { UsageError } from "../errors/UsageError.js";
import { formatOf, type TokenFormat } from "../output/formatOf.js";
import { change, type Plan } from "../write/Plan.js";
import { planOfStake } from "../write/planOfStake.js";
import { write } from "../write/write.js";
import { act } from "./act.js";
import type { AddCommand } from "./AddCommand.js";
import { examples } from "./examples.js";
import { withWriteOptions } from "./withWriteOptions.js";

/** `claim [--restake] [--for <address>]`: takes the rewards of all finished weeks. */
export const addClaim: AddCommand = (parent, surroundings) => {
  const command = parent
    .command("claim")
    .summary("take the rewards of all finished weeks")
    .description("Takes the rewards of all finished weeks. If there are none, nothing is sent.")
    .option("--restake", "add them to your position")
    .option("--for <address>", "claim for somebody else, who gets them", parseAddress)
    .addHelpText(
      "after",
      examples(
        "claim --keystore alice",
        "claim --restake --keystore alice --yes",
        "claim --for 0xSomebody --keystore alice",
      ),
    );
  act<{ restake?: true; for?: string }>(withWriteOptions(command), surroundings, async (context, { options }) => {
    if (options.restake && options.for !== undefined) {
      throw new UsageError("--restake and --for exclude each other: only the owner can restake");
    }
    const connection = await context.connectToWrite();
    const format = formatOf(await context.token(connection));
    const account = options.for ?? connection.account!;
    const amount = await rewards.claimable(connection, { account });
    if (amount === 0n && !options.restake) {
      reportNothing(context, account);
      return;
    }
    const plan = options.restake
      ? restakePlan(connection, amount, format)
      : claimPlan(connection, account, amount, format);
    await write(context, connection, await plan);
  });
};

function reportNothing({ output }: Context, account: string): void {
  output.data({ account, amount: 0n, changes: {}, transactions: [] }, () => `Nothing to claim for ${account}.`);
}

async function restakePlan(connection: Connection, amount: bigint, format: TokenFormat): Promise<Plan> {
  const title = `Add your rewards of ${format.rounded(amount)} to your position`;
  const preview = await staking.previewIncrease(connection, { amount });
  return {
    title,
    steps: [{ call: rewards.claimAndRestake(connection), description: title }],
    ...planOfStake(connection, { preview, format }),
  };
}

async function claimPlan(connection: Connection, account: string, amount: bigint, format: TokenFormat): Promise<Plan> {
  const recipient = await rewards.recipientOf(connection, { account });
  const balance = await tokens.balanceOf(connection, { account: recipient });
  const isOwn = account === connection.account;
  const title = `Claim ${format.rounded(amount)}${isOwn ? "" : ` for ${account}`}`;
  return {
    title,
    steps: [{ call: rewards.claim(connection, { account }), description: title }],
    changes: [
      change("claimable", "Claimable", { before: amount, after: 0n, format: format.rounded }),
      change("balance", recipient === connection.account ? "In the wallet" : `In the wallet of ${recipient}`, {
        before: balance,
        after: balance + amount,
        format: format.rounded,
      }),
    ],
    result: async () => {
      const now = await tokens.balanceOf(connection, { account: recipient });
      return { facts: [["In the wallet", format.rounded(now)]], json: { account, recipient, amount, balance: now } };
    },
  };
}
