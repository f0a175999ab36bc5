// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { wctGovernor } from "./contract.js";

/** Queue a proposal. Some governors require this step to be performed before execution can happen. If queuing is not necessary, this function may revert. Queuing a proposal requires the quorum to be reached, the vote to be successful, and the deadline to be reached. Emits a `ProposalQueued` event. */
export function queue(
  connection: Connection,
  options: {
    targets: readonly string[];
    values: readonly (bigint | number)[];
    calldatas: readonly string[];
    descriptionHash: string;
  },
): Call<bigint> {
  return prepare(connection, wctGovernor, "queue(address[],uint256[],bytes[],bytes32)", [
    options.targets,
    options.values,
    options.calldatas,
    options.descriptionHash,
  ]);
}
