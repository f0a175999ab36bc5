import { InvalidArgumentError } from "commander";
import { ZeroAddress } from "ethers";
import { staking } from "stakeweight-sdk";
import { parseAddress } from "../arguments/parseAddress.js";
import { formatOf } from "../output/formatOf.js";
import { change } from "../write/Plan.js";
import { write } from "../write/write.js";
import { act } from "./act.js";
import type { AddCommand } from "./AddCommand.js";
import { examples } from "./examples.js";
import { withWriteOptions } from "./withWriteOptions.js";

/** `delegate <address|self>`: lets somebody vote with one's weight. */
export const addDelegate: AddCommand = (parent, surroundings) => {
  const command = parent
    .command("delegate")
    .summary("let somebody vote with your weight")
    .description("Lets somebody vote with your weight, or takes it back. Tokens and rewards stay yours.")
    .argument("<address|self>", "who votes; self: you again", parseDelegate)
    .addHelpText("after", examples("delegate 0xSomebody --keystore alice", "delegate self --keystore alice"));
  act(withWriteOptions(command), surroundings, async (context, { args }) => {
    const connection = await context.connectToWrite();
    const account = connection.account!;
    // StakeWeight takes zero for the account itself.
    const delegatee = args[0] === "self" || args[0] === ZeroAddress ? account : args[0]!;
    const format = formatOf(await context.token(connection));
    const [{ delegate, weight, votes }, theirs] = await Promise.all([
      staking.getStake(connection),
      staking.getVotes(connection, { account: delegatee }),
    ]);
    const name = (address: string) => (address === account ? "you" : address);
    const title = delegatee === account ? "Vote with your weight yourself" : `Let ${delegatee} vote with your weight`;
    const [isOwnNow, isOwnThen] = [delegate === account, delegatee === account];
    await write(context, connection, {
      title,
      steps: [{ call: staking.delegate(connection, { delegatee }), description: title }],
      changes: [
        change("delegate", "Delegate", { before: delegate, after: delegatee, format: name }),
        change("votes", "Your votes", {
          before: votes,
          after: votes - (isOwnNow ? weight : 0n) + (isOwnThen ? weight : 0n),
          format: format.rounded,
        }),
        ...(isOwnThen
          ? []
          : [
              change("delegateVotes", "Their votes", {
                before: theirs,
                after: theirs + (delegate === delegatee ? 0n : weight),
                format: format.rounded,
              }),
            ]),
      ],
      result: async () => {
        const now = await staking.getVotesOf(connection);
        return {
          facts: [
            ["Delegate", name(now.delegate)],
            ["Your votes", format.rounded(now.votes)],
          ],
          json: { account, ...now },
        };
      },
    });
  });
};

function parseDelegate(text: string): string {
  if (text === "self") return text;
  try {
    return parseAddress(text);
  } catch {
    throw new InvalidArgumentError("It must be an address, 0x and 40 hexadecimal digits, or self.");
  }
}
