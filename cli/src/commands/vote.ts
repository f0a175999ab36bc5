import { governance, pin } from "stakeweight-sdk";
import { findProposal } from "../arguments/findProposal.js";
import { parseSupport } from "../arguments/parseSupport.js";
import type { Context } from "../Context.js";
import { UsageError } from "../errors/UsageError.js";
import type { Colors } from "../output/colorsFor.js";
import { formatOf, type TokenFormat } from "../output/formatOf.js";
import { formatProposal, shortId, titleOf } from "../output/formatProposal.js";
import { formatTable } from "../output/formatTable.js";
import { formatRelative } from "../output/formatTime.js";
import { change } from "../write/Plan.js";
import { write } from "../write/write.js";
import { act } from "./act.js";
import type { AddCommand } from "./AddCommand.js";
import { examples } from "./examples.js";
import { withWriteOptions } from "./withWriteOptions.js";

/** `vote [proposal] [support]`: lists the proposals, shows one, or votes on it. */
export const addVote: AddCommand = (parent, surroundings) => {
  const command = withWriteOptions(
    parent
      .command("vote")
      .summary("list the proposals, show one, or vote on it")
      .description("Lists the proposals; shows one, if it is named; votes on it, if the vote is named, too.")
      .argument("[proposal]", "its id, or the first digits of it")
      .argument("[support]", "for, against or abstain", parseSupport)
      .option("--reason <text>", "why, for everybody to read"),
  ).addHelpText(
    "after",
    examples("vote", "vote 7062915548", 'vote 7062915548 for --reason "It is time" --keystore alice'),
  );
  act<{ reason?: string }>(command, surroundings, async (context, { args, options }) => {
    const [proposal, support] = args as [string | undefined, governance.Support | undefined];
    if (support === undefined && options.reason !== undefined) {
      throw new UsageError("--reason belongs to a vote: name the proposal, and for, against or abstain");
    }
    if (proposal === undefined) await list(context);
    else if (support === undefined) await show(context, proposal);
    else await vote(context, { proposal, support, ...options });
  });
};

async function list(context: Context): Promise<void> {
  const { output } = context;
  const connection = await pin(await context.connect());
  const [token, proposals] = await Promise.all([context.token(connection), governance.listProposals(connection)]);
  output.data({ proposals }, () =>
    formatProposals(proposals, { format: formatOf(token), now: connection.timestamp, colors: output.colors }),
  );
}

async function show(context: Context, text: string): Promise<void> {
  const { output } = context;
  const connection = await pin(await context.connect());
  const [token, proposals] = await Promise.all([context.token(connection), governance.listProposals(connection)]);
  const proposal = findProposal(text, proposals);
  output.data({ proposal }, () =>
    formatProposal(proposal, { connection, format: formatOf(token), now: connection.timestamp, colors: output.colors }),
  );
}

async function vote(
  context: Context,
  options: { proposal: string; support: governance.Support; reason?: string },
): Promise<void> {
  const { support, reason } = options;
  const connection = await context.connectToWrite();
  const account = connection.account!;
  const [token, proposals] = await Promise.all([context.token(connection), governance.listProposals(connection)]);
  const format = formatOf(token);
  const proposal = findProposal(options.proposal, proposals);
  const { proposalId } = proposal;
  const call = governance.prepareVote(connection, { proposalId, support, ...(reason === undefined ? {} : { reason }) });
  const votes = await call.simulate();
  const before = proposal.tallies[support];
  const title = `Vote ${support} “${titleOf(proposal)}”`;
  await write(context, connection, {
    title,
    steps: [{ call, description: title }],
    changes: [
      change("tally", capitalized(support), {
        before,
        after: before + votes,
        format: format.rounded,
      }),
    ],
    ...(votes === 0n
      ? {
          warnings: ["You had no votes when this vote began: yours adds nothing."],
        }
      : {}),
    result: async () => {
      const { state, tallies } = await governance.getProposal(connection, { proposalId });
      return {
        facts: [
          ["Proposal", proposalId.toString()],
          ["Your votes", format.rounded(votes)],
          ["For", format.rounded(tallies.for)],
          ["Against", format.rounded(tallies.against)],
          ["Abstain", format.rounded(tallies.abstain)],
        ],
        json: { account, proposalId, support, votes, state, tallies },
      };
    },
  });
}

function formatProposals(
  proposals: readonly governance.Proposal[],
  { format, now, colors }: { format: TokenFormat; now: bigint; colors: Colors },
): string {
  if (proposals.length === 0) return "  Nothing was proposed yet.";
  const rows = proposals.map((proposal) => [
    shortId(proposal.proposalId),
    titleOf(proposal),
    proposal.state === "Active" ? colors.green(proposal.state) : proposal.state,
    format.plain(proposal.tallies.for),
    format.plain(proposal.tallies.against),
    proposal.quorum === undefined ? "" : isQuorate(proposal, proposal.quorum) ? "reached" : "missing",
    nextOf(proposal, now),
  ]);
  const right = (name: string) => ({ name, align: "right" as const });
  return formatTable(["Proposal", "Title", "State", right("For"), right("Against"), "Quorum", "Next"], rows, colors);
}

function isQuorate({ tallies }: governance.Proposal, quorum: bigint): boolean {
  return tallies.for + tallies.abstain >= quorum;
}

/** What happens next, and when. */
function nextOf({ state, snapshot, deadline, eta }: governance.Proposal, now: bigint): string {
  if (state === "Pending") return `votes begin ${formatRelative(snapshot + 1n, now)}`;
  if (state === "Active") return `votes end ${formatRelative(deadline, now)}`;
  if (state === "Succeeded") return "can be queued";
  if (state !== "Queued" || eta === undefined) return "";
  return eta <= now ? "can be executed" : `can be executed ${formatRelative(eta, now)}`;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
