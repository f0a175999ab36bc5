export * from "../generated/actions/wctGovernor/index.js";
export { getProposal } from "./getProposal.js";
export { listProposals } from "./listProposals.js";
export { prepareExecute } from "./prepareExecute.js";
export { prepareProposal } from "./prepareProposal.js";
export { prepareQueue } from "./prepareQueue.js";
export { prepareVote, type Support, supports } from "./prepareVote.js";
export type { Proposal, ProposalAction, ProposalContent } from "./Proposal.js";
