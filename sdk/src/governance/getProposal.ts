import type { Connection } from "../connection/Connection.js";
import { pin } from "../connection/pin.js";
import { findContent } from "./findContent.js";
import type { Proposal } from "./Proposal.js";
import { readStanding } from "./readStanding.js";

/**
 * A proposal: what it does, and where it stands, all as of one block.
 *
 * Throws the governor's `GovernorNonexistentProposal` if there is none of this id.
 */
export async function getProposal(connection: Connection, options: { proposalId: bigint | number }): Promise<Proposal> {
  const pinned = await pin(connection);
  return readStanding(pinned, await findContent(pinned, options));
}
