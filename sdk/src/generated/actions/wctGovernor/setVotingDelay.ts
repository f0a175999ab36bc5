// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { wctGovernor } from "./contract.js";

/** Update the voting delay. This operation can only be performed through a governance proposal. Emits a `VotingDelaySet` event. */
export function setVotingDelay(connection: Connection, options: { newVotingDelay: bigint | number }): Call<void> {
  return prepare(connection, wctGovernor, "setVotingDelay(uint48)", [options.newVotingDelay]);
}
