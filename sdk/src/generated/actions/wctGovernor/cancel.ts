// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { wctGovernor } from "./contract.js";

/** Cancel a proposal. A proposal is cancellable by the proposer, but only while it is Pending state, i.e. before the vote starts. Emits a `ProposalCanceled` event. */
export function cancel(
  connection: Connection,
  options: {
    targets: readonly string[];
    values: readonly (bigint | number)[];
    calldatas: readonly string[];
    descriptionHash: string;
  },
): Call<bigint> {
  return prepare(connection, wctGovernor, "cancel(address[],uint256[],bytes[],bytes32)", [
    options.targets,
    options.values,
    options.calldatas,
    options.descriptionHash,
  ]);
}
