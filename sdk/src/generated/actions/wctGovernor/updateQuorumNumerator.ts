// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { wctGovernor } from "./contract.js";

/** Changes the quorum numerator. Emits a `QuorumNumeratorUpdated` event. Requirements: - Must be called through a governance proposal. - New numerator must be smaller or equal to the denominator. */
export function updateQuorumNumerator(
  connection: Connection,
  options: { newQuorumNumerator: bigint | number },
): Call<void> {
  return prepare(connection, wctGovernor, "updateQuorumNumerator(uint256)", [options.newQuorumNumerator]);
}
