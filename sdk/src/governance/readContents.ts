import type { PinnedConnection } from "../connection/pin.js";
import { wctGovernor } from "../generated/actions/wctGovernor/contract.js";
import { eventsOf } from "../support/eventsOf.js";
import type { ProposalContent } from "./Proposal.js";

/** What the event tells of a proposal. */
interface ProposalCreated {
  proposalId: bigint;
  proposer: string;
  targets: string[];
  values: bigint[];
  calldatas: string[];
  voteStart: bigint;
  voteEnd: bigint;
  description: string;
}

/** What was ever proposed, the oldest first. */
export async function readContents(
  connection: PinnedConnection,
  options: { fromBlock?: number } = {},
): Promise<ProposalContent[]> {
  const events = await eventsOf(connection, {
    contract: wctGovernor,
    event: "ProposalCreated",
    toBlock: connection.blockTag,
    ...options,
  });
  return events.map(({ args }) => contentOf(args as unknown as ProposalCreated));
}

function contentOf(event: ProposalCreated): ProposalContent {
  const { proposalId, proposer, description, targets, values, calldatas, voteStart, voteEnd } = event;
  const actions = targets.map((target, index) => ({ target, value: values[index]!, data: calldatas[index]! }));
  return { proposalId, proposer, description, actions, snapshot: voteStart, deadline: voteEnd };
}
