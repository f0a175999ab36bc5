// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { wctGovernor } from "./contract.js";

/**
 * module:core
 *
 * Function used to get the proposal id from the proposal details.
 */
export function getProposalId(
  connection: Connection,
  options: {
    targets: readonly string[];
    values: readonly (bigint | number)[];
    calldatas: readonly string[];
    descriptionHash: string;
  },
): Promise<bigint> {
  return read(connection, wctGovernor, "getProposalId(address[],uint256[],bytes[],bytes32)", [
    options.targets,
    options.values,
    options.calldatas,
    options.descriptionHash,
  ]);
}
