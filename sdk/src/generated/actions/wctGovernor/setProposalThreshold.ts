// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { wctGovernor } from "./contract.js";

/** Update the proposal threshold. This operation can only be performed through a governance proposal. Emits a `ProposalThresholdSet` event. */
export function setProposalThreshold(
  connection: Connection,
  options: { newProposalThreshold: bigint | number },
): Call<void> {
  return prepare(connection, wctGovernor, "setProposalThreshold(uint256)", [options.newProposalThreshold]);
}
