import type { ProposalState } from "../generated/actions/wctGovernor/types.js";

/** A call that the timelock makes when a proposal is executed. */
export interface ProposalAction {
  readonly target: string;
  /** In wei of the chain's own currency. */
  readonly value: bigint;
  readonly data: string;
}

/** What was proposed, as its proposer wrote it. */
export interface ProposalContent {
  readonly proposalId: bigint;
  readonly proposer: string;
  readonly description: string;
  readonly actions: readonly ProposalAction[];
  /** Unix seconds: the votes of this second count, and are taken after it. */
  readonly snapshot: bigint;
  /** Unix seconds: the last one in which votes are taken. */
  readonly deadline: bigint;
}

/** A proposal, and where it stands. */
export interface Proposal extends ProposalContent {
  readonly state: ProposalState;
  /** Unix seconds: from then on it can be executed; undefined unless it was queued. */
  readonly eta: bigint | undefined;
  /** Votes in wei of stake weight. */
  readonly tallies: { readonly against: bigint; readonly for: bigint; readonly abstain: bigint };
  /** What `for` and `abstain` have to reach together, in wei of stake weight; unknown before the snapshot is past. */
  readonly quorum: bigint | undefined;
}
