import type { Connection } from "../connection/Connection.js";
import { pin } from "../connection/pin.js";
import type { Call } from "../contract/Call.js";
import { execute } from "../generated/actions/wctGovernor/execute.js";
import { argumentsOf } from "./argumentsOf.js";
import { findContent } from "./findContent.js";

/**
 * Has the timelock do what was queued, once its delay is over. Anyone may.
 *
 * Throws the governor's `GovernorNonexistentProposal` if there is no proposal of this id.
 */
export async function prepareExecute(
  connection: Connection,
  options: { proposalId: bigint | number },
): Promise<Call<bigint>> {
  return execute(connection, argumentsOf(await findContent(await pin(connection), options)));
}
