import type { Connection } from "../connection/Connection.js";
import { pin } from "../connection/pin.js";
import type { ProposalState } from "../generated/actions/wctGovernor/types.js";
import { inBatches } from "../support/inBatches.js";
import type { Proposal } from "./Proposal.js";
import { readContents } from "./readContents.js";
import { readStanding } from "./readStanding.js";

/** All proposals, the newest first, all as of one block. */
export async function listProposals(
  connection: Connection,
  options: {
    /** Only those in one of these states. */
    states?: readonly ProposalState[];
    /** Only those that were proposed from this block on; by default all. */
    fromBlock?: number;
    /** No more than so many of them, the newest. */
    count?: number;
  } = {},
): Promise<Proposal[]> {
  const { states, fromBlock, count } = options;
  const pinned = await pin(connection);
  const contents = await readContents(pinned, fromBlock === undefined ? {} : { fromBlock });
  const newestFirst = contents.reverse();
  // A state is known only after it was read, so only without one can the older proposals be left out before.
  const wanted = states ? newestFirst : newestFirst.slice(0, count);
  const proposals = await inBatches(wanted, (content) => readStanding(pinned, content));
  return proposals.filter(({ state }) => !states || states.includes(state)).slice(0, count);
}
