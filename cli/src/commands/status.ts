import { rewards, staking, token as tokens } from "stakeweight-sdk";
import { accountOrOwn } from "../arguments/accountOrOwn.js";
import { parseAddress } from "../arguments/parseAddress.js";
import { formatFacts } from "../output/formatFacts.js";
import { formatDuration, formatMoment } from "../output/formatTime.js";
import { formatTokens } from "../output/formatTokens.js";
import { act } from "./act.js";
import type { AddCommand } from "./AddCommand.js";
import { examples } from "./examples.js";

/** `status [account]`: a position, its weight and votes, and what it can claim. */
export const addStatus: AddCommand = (parent, surroundings) => {
  const command = parent
    .command("status")
    .summary("a position, its weight and votes, and what it can claim")
    .description("Shows the position of an account, its weight and votes, and what it can claim.")
    .argument("[account]", "whose; yours if it is left out", parseAddress)
    .addHelpText(
      "after",
      examples("status --keystore alice", "status 0x70997970C51812dc3A010C7d01b50e0d17dc79C8 --json"),
    );
  act(command, surroundings, async (context, { args: [given] }) => {
    const { output } = context;
    const connection = await context.connect();
    const account = accountOrOwn(given, connection);
    const [token, block, position, weight, remaining, held, delegate, votes, claimable, balance] = await Promise.all([
      context.token(connection),
      connection.provider.getBlock("latest"),
      staking.positionOf(connection, { account }),
      staking.weightOf(connection, { account }),
      staking.remainingLockTime(connection, { account }),
      staking.heldOf(connection, { account }),
      staking.delegates(connection, { account }),
      staking.getVotes(connection, { account }),
      rewards.claimable(connection, { account }),
      tokens.balanceOf(connection, { account }),
    ]);
    const now = block!.timestamp;
    output.data({ account, position, weight, remaining, held, delegate, votes, claimable, balance }, () =>
      formatFacts(
        [
          ["Account", account],
          ["Position", `${formatTokens(position.amount, token)}, ${position.state}`],
          ["Unlock", position.unlockEnd === 0n ? undefined : formatMoment(position.unlockEnd, now)],
          ["Remaining", formatDuration(remaining)],
          ["Stake weight", formatTokens(weight, token)],
          ["Votes", formatTokens(votes, token)],
          ["Claimable", formatTokens(claimable, token)],
          ["In the wallet", formatTokens(balance, token)],
        ],
        output.colors,
      ),
    );
  });
};
