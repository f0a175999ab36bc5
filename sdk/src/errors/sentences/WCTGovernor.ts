import { proposalStateNames } from "../../generated/actions/wctGovernor/types.js";
import { account, count, decimal, duration, percent } from "../phrases.js";
import { namesIn } from "./namesIn.js";
import type { Sentences } from "./Sentences.js";

export const wctGovernorSentences = {
  GovernorAlreadyCastVote: ({ voter }) => `${voter} has voted on this proposal already; a vote cannot be changed.`,
  GovernorAlreadyQueuedProposal: ({ proposalId }) =>
    `${proposal(proposalId)} is queued already; execute it once the timelock's delay is over.`,
  GovernorDisabledDeposit: () =>
    "The governor takes no ether or tokens; send them to the timelock if they are meant for governance.",
  GovernorInsufficientProposerVotes: ({ proposer, votes, threshold }) =>
    `${proposer} has ${decimal(votes)} votes, but ${decimal(threshold)} are needed to propose; stake more, or have votes delegated.`,
  GovernorInvalidProposalLength: ({ targets, calldatas, values }) =>
    `A proposal needs a target, call data and a value for each of at least one call, but there are ${count(targets)} targets, ${count(calldatas)} call data and ${count(values)} values.`,
  GovernorInvalidQuorumFraction: ({ quorumNumerator, quorumDenominator }) =>
    `A quorum of ${count(quorumNumerator)} parts of ${count(quorumDenominator)} is more than the whole, ${percent(10_000n)}; propose a smaller one.`,
  GovernorInvalidSignature: ({ voter }) =>
    `The ballot was not signed by ${voter}, or for another vote or nonce; sign it anew as ${voter}.`,
  GovernorInvalidVoteParams: () => "The vote has parameters that this governor does not count; vote without them.",
  GovernorInvalidVoteType: () => "There is no such vote; choose against (0), for (1) or abstain (2).",
  GovernorInvalidVotingPeriod: ({ votingPeriod }) =>
    `A voting period of ${duration(votingPeriod)} is too short; it must be longer than that.`,
  GovernorNonexistentProposal: ({ proposalId }) =>
    `There is no proposal ${String(proposalId)}; check its number, or its actions and its description.`,
  GovernorOnlyExecutor: ({ account }) =>
    `${account} may not do this: only the timelock may, by executing an accepted proposal.`,
  GovernorProposalQueueingFailed: ({ proposalId }) =>
    `${proposal(proposalId)} could not be queued in the timelock; check that the governor is a proposer there.`,
  GovernorProposalQueueingNotRequired: ({ proposalId }) =>
    `${proposal(proposalId)} need not be queued; execute it directly.`,
  GovernorRestrictedProposer: ({ proposer }) =>
    `The description names another account as the only one to propose this, not ${proposer}; propose from that one, or change the description.`,
  GovernorUnableToCancel: ({ proposalId, account: caller }) =>
    `${account(caller)} cannot cancel proposal ${String(proposalId)}: only its proposer may, and only before the voting begins.`,
  GovernorUnexpectedProposalState: ({ proposalId, current, expectedStates }) => {
    // So it answers if the same is proposed twice.
    if (BigInt(expectedStates) === 0n) {
      return `${proposal(proposalId)} is there already and is ${current}; change the description to propose the same once more.`;
    }
    return `${proposal(proposalId)} is ${current}, but must be ${namesIn(expectedStates, proposalStateNames)} for this${advice(current)}.`;
  },
} satisfies Sentences<"WCTGovernor">;

function proposal(proposalId: bigint): string {
  return `Proposal ${String(proposalId)}`;
}

function advice(current: (typeof proposalStateNames)[number]): string {
  if (current === "Pending") return "; the voting on it has not begun, so wait";
  if (current === "Active") return "; the voting on it goes on, so vote or wait";
  if (current === "Succeeded") return "; queue it next";
  if (current === "Queued") return "; execute it once the timelock's delay is over";
  return "; nothing more can be done with it";
}
