// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { wctGovernor } from "./contract.js";

/** Cast a vote Emits a `VoteCast` event. */
export function castVote(
  connection: Connection,
  options: { proposalId: bigint | number; support: bigint | number },
): Call<bigint> {
  return prepare(connection, wctGovernor, "castVote(uint256,uint8)", [options.proposalId, options.support]);
}
