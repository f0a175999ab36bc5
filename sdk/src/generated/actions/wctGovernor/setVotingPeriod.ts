// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { wctGovernor } from "./contract.js";

/** Update the voting period. This operation can only be performed through a governance proposal. Emits a `VotingPeriodSet` event. */
export function setVotingPeriod(connection: Connection, options: { newVotingPeriod: bigint | number }): Call<void> {
  return prepare(connection, wctGovernor, "setVotingPeriod(uint32)", [options.newVotingPeriod]);
}
