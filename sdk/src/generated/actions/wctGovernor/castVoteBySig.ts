// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { wctGovernor } from "./contract.js";

/** Cast a vote using the voter's signature, including ERC-1271 signature support. Emits a `VoteCast` event. */
export function castVoteBySig(
  connection: Connection,
  options: { proposalId: bigint | number; support: bigint | number; voter: string; signature: string },
): Call<bigint> {
  return prepare(connection, wctGovernor, "castVoteBySig(uint256,uint8,address,bytes)", [
    options.proposalId,
    options.support,
    options.voter,
    options.signature,
  ]);
}
