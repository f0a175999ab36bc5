// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { wctGovernor } from "./contract.js";

/** Cast a vote with a reason Emits a `VoteCast` event. */
export function castVoteWithReason(
  connection: Connection,
  options: { proposalId: bigint | number; support: bigint | number; reason: string },
): Call<bigint> {
  return prepare(connection, wctGovernor, "castVoteWithReason(uint256,uint8,string)", [
    options.proposalId,
    options.support,
    options.reason,
  ]);
}
