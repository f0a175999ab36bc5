// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { wctGovernor } from "./contract.js";

/** Cast a vote with a reason and additional encoded parameters Emits a `VoteCast` or `VoteCastWithParams` event depending on the length of params. */
export function castVoteWithReasonAndParams(
  connection: Connection,
  options: { proposalId: bigint | number; support: bigint | number; reason: string; params: string },
): Call<bigint> {
  return prepare(connection, wctGovernor, "castVoteWithReasonAndParams(uint256,uint8,string,bytes)", [
    options.proposalId,
    options.support,
    options.reason,
    options.params,
  ]);
}
