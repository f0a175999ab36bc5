import type { PinnedConnection } from "../connection/pin.js";
import { proposalEta } from "../generated/actions/wctGovernor/proposalEta.js";
import { proposalVotes } from "../generated/actions/wctGovernor/proposalVotes.js";
import { quorum } from "../generated/actions/wctGovernor/quorum.js";
import { state } from "../generated/actions/wctGovernor/state.js";
import type { Proposal, ProposalContent } from "./Proposal.js";

/** Where a proposal stands. */
export async function readStanding(connection: PinnedConnection, content: ProposalContent): Promise<Proposal> {
  const { proposalId, snapshot } = content;
  const [now, votes, eta, needed] = await Promise.all([
    state(connection, { proposalId }),
    proposalVotes(connection, { proposalId }),
    proposalEta(connection, { proposalId }),
    // What all votes are is known only of a past second.
    snapshot < connection.timestamp ? quorum(connection, { timepoint: snapshot }) : undefined,
  ]);
  const { againstVotes, forVotes, abstainVotes } = votes;
  return {
    ...content,
    state: now,
    eta: eta === 0n ? undefined : eta,
    tallies: { against: againstVotes, for: forVotes, abstain: abstainVotes },
    quorum: needed,
  };
}
