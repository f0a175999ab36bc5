import type { PinnedConnection } from "../connection/pin.js";
import type { EventArgs } from "../history/EventArgs.js";
import { readEvents } from "../history/readEvents.js";
import type { ProposalContent } from "./Proposal.js";

/** What was ever proposed, the oldest first. */
export async function readContents(
  connection: PinnedConnection,
  options: { fromBlock?: number } = {},
): Promise<ProposalContent[]> {
  const events = await readEvents(connection, { contract: "WCTGovernor", event: "ProposalCreated", ...options });
  return events.map(({ args }) => contentOf(args));
}

function contentOf(event: EventArgs<"WCTGovernor", "ProposalCreated">): ProposalContent {
  const { proposalId, proposer, description, targets, values, calldatas, voteStart, voteEnd } = event;
  const actions = targets.map((target, index) => ({ target, value: values[index]!, data: calldatas[index]! }));
  return { proposalId, proposer, description, actions, snapshot: voteStart, deadline: voteEnd };
}
