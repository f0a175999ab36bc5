import type { Connection } from "../connection/Connection.js";
import type { Call } from "../contract/Call.js";
import { InvalidValueError } from "../errors/InvalidValueError.js";
import { castVote } from "../generated/actions/wctGovernor/castVote.js";
import { castVoteWithReason } from "../generated/actions/wctGovernor/castVoteWithReason.js";

/** What can be voted, in the order of the governor's numbers. */
export const supports = ["against", "for", "abstain"] as const;

/** A vote. Whoever abstains counts for the quorum only. */
export type Support = (typeof supports)[number];

/**
 * A vote on a proposal, with all votes that the sender had in its snapshot. Nobody can vote twice.
 *
 * Simulated, it returns the votes that were cast, in wei of stake weight. Throws {@link InvalidValueError} for any other support.
 */
export function prepareVote(
  connection: Connection,
  options: {
    proposalId: bigint | number;
    support: Support;
    /** For everybody to read, on the chain for ever. */
    reason?: string;
  },
): Call<bigint> {
  const { proposalId, reason } = options;
  const support = supports.indexOf(options.support);
  if (support === -1) throw new InvalidValueError("support", options.support, `one of ${supports.join(", ")}`);
  return reason === undefined || reason === ""
    ? castVote(connection, { proposalId, support })
    : castVoteWithReason(connection, { proposalId, support, reason });
}
