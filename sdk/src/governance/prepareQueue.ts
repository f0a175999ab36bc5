import type { Connection } from "../connection/Connection.js";
import { pin } from "../connection/pin.js";
import type { Call } from "../contract/Call.js";
import { queue } from "../generated/actions/wctGovernor/queue.js";
import { argumentsOf } from "./argumentsOf.js";
import { findContent } from "./findContent.js";

/**
 * Hands what was accepted to the timelock, whose delay begins. Anyone may.
 *
 * Throws the governor's `GovernorNonexistentProposal` if there is no proposal of this id.
 */
export async function prepareQueue(
  connection: Connection,
  options: { proposalId: bigint | number },
): Promise<Call<bigint>> {
  return queue(connection, argumentsOf(await findContent(await pin(connection), options)));
}
