import { rewards, staking, time, token as tokens } from "stakeweight-sdk";
import { accountOrOwn } from "../arguments/accountOrOwn.js";
import { parseAddress } from "../arguments/parseAddress.js";
import { formatFacts } from "../output/formatFacts.js";
import { formatOf } from "../output/formatOf.js";
import { formatDuration, formatMoment } from "../output/formatTime.js";
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
      examples("status 0x70997970C51812dc3A010C7d01b50e0d17dc79C8", "status --from 0xYourAddress --json"),
    );
  act(command, surroundings, async (context, { args: [given] }) => {
    const { output } = context;
    const connection = await context.connect();
    const account = accountOrOwn(given, connection, context.settings);
    const [token, now, stake, claimable, recipient, balance, period] = await Promise.all([
      context.token(connection),
      time.chainTime(connection),
      staking.getStake(connection, { account }),
      rewards.claimable(connection, { account }),
      rewards.recipientOf(connection, { account }),
      tokens.balanceOf(connection, { account }),
      time.nextPeriod(connection),
    ]);
    const { position, weight, remaining, held, delegate, votes, withdrawableAt } = stake;
    const format = formatOf(token);
    const { colors } = output;
    const isSomebodyElse = (address: string) => address !== account;
    output.data({ ...stake, claimable, recipient, balance, chainTime: now, period }, () =>
      [
        colors.bold(account),
        formatFacts(
          [
            ["State", formatState(position, colors.green)],
            ["Staked", position.state === "None" ? undefined : format.rounded(position.amount)],
            ["Held for a slash", held === 0n ? undefined : colors.red(format.rounded(held))],
            ["Stake weight", format.rounded(weight)],
            ["Remaining lock", remaining === 0n ? undefined : formatDuration(remaining)],
            ["Withdrawable", withdrawableAt === undefined ? undefined : formatMoment(withdrawableAt, now)],
            ["Votes", format.rounded(votes)],
            ["Delegate", isSomebodyElse(delegate) ? delegate : undefined],
            ["Claimable", claimable === 0n ? format.rounded(0n) : colors.green(format.rounded(claimable))],
            ["Rewards go to", isSomebodyElse(recipient) ? recipient : undefined],
            ["In the wallet", format.rounded(balance)],
            ["Next week", `begins ${formatMoment(period.end, now)}`],
          ],
          colors,
        ),
      ].join("\n"),
    );
  });
};

function formatState({ state, presetWeeks }: staking.Position, highlight: (text: string) => string): string {
  if (state === "Locked") return `${highlight(state)}, preset of ${presetWeeks} weeks, no decay`;
  return state === "None" ? "no position" : state;
}
