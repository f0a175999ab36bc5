// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { wctGovernor } from "./contract.js";

/** Cast a vote with a reason and additional encoded parameters using the voter's signature, including ERC-1271 signature support. Emits a `VoteCast` or `VoteCastWithParams` event depending on the length of params. */
export function castVoteWithReasonAndParamsBySig(
  connection: Connection,
  options: {
    proposalId: bigint | number;
    support: bigint | number;
    voter: string;
    reason: string;
    params: string;
    signature: string;
  },
): Call<bigint> {
  return prepare(
    connection,
    wctGovernor,
    "castVoteWithReasonAndParamsBySig(uint256,uint8,address,string,bytes,bytes)",
    [options.proposalId, options.support, options.voter, options.reason, options.params, options.signature],
  );
}
