import { type PinnedConnection } from "../connection/pin.js";
import { state } from "../generated/actions/wctGovernor/state.js";
import type { ProposalContent } from "./Proposal.js";
import { readContents } from "./readContents.js";

/** What one proposal proposes. Throws the governor's `GovernorNonexistentProposal` if there is none of this id. */
export async function findContent(
  connection: PinnedConnection,
  options: { proposalId: bigint | number },
): Promise<ProposalContent> {
  // The governor tells at once that it does not know a proposal; its events have no index to look for it.
  await state(connection, options);
  const contents = await readContents(connection);
  const content = contents.find(({ proposalId }) => proposalId === BigInt(options.proposalId));
  if (!content) throw new TypeError(`the node tells no event of proposal ${String(options.proposalId)}, which exists`);
  return content;
}
