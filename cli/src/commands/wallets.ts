import { amounts, wallets } from "stakeweight-sdk";
import { formatAddress } from "../output/formatAddress.js";
import { formatOf } from "../output/formatOf.js";
import { formatTable } from "../output/formatTable.js";
import { act } from "./act.js";
import type { AddCommand } from "./AddCommand.js";
import { examples } from "./examples.js";

/** `wallets`: every wallet, and what it earned. */
export const addWallets: AddCommand = (parent, surroundings) => {
  const command = parent
    .command("wallets")
    .summary("the wallets, and what they earned")
    .description(
      "Lists the wallets with what the last finalized period of four weeks brought them, and what they are owed.",
    )
    .addHelpText("after", examples("wallets", "wallets --json"));
  act(command, surroundings, async (context) => {
    const { output } = context;
    const connection = await context.connect();
    const [token, list] = await Promise.all([context.token(connection), wallets.listWallets(connection)]);
    output.data({ wallets: list }, () => {
      if (list.length === 0) return "  No wallet is registered.";
      const format = formatOf(token);
      const rows = list.map(({ walletId, owner, payout, isCertified, lastEarning, owed }) => [
        walletId.toString(),
        owner,
        payout === owner ? "its owner" : formatAddress(payout),
        isCertified ? output.colors.green("yes") : "no",
        lastEarning ? amounts.formatAmount(lastEarning.count, { decimals: 0 }) : "",
        lastEarning ? format.plain(lastEarning.linear + lastEarning.certified) : "",
        format.plain(owed),
      ]);
      const right = (name: string) => ({ name, align: "right" as const });
      const earned = [right("Connections"), right("Earned"), right(`Owed (${token.symbol})`)];
      return formatTable([right("Id"), "Owner", "Paid to", "Certified", ...earned], rows, output.colors);
    });
  });
};
