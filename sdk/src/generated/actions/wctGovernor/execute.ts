// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { wctGovernor } from "./contract.js";

/** Execute a successful proposal. This requires the quorum to be reached, the vote to be successful, and the deadline to be reached. Depending on the governor it might also be required that the proposal was queued and that some delay passed. Emits a `ProposalExecuted` event. NOTE: Some modules can modify the requirements for execution, for example by adding an additional timelock. */
export function execute(
  connection: Connection,
  options: {
    targets: readonly string[];
    values: readonly (bigint | number)[];
    calldatas: readonly string[];
    descriptionHash: string;
  },
): Call<bigint> {
  return prepare(connection, wctGovernor, "execute(address[],uint256[],bytes[],bytes32)", [
    options.targets,
    options.values,
    options.calldatas,
    options.descriptionHash,
  ]);
}
