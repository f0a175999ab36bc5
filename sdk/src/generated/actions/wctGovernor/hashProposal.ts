// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { wctGovernor } from "./contract.js";

/** See `hashProposal`. The proposal id is produced by hashing the ABI encoded `targets` array, the `values` array, the `calldatas` array and the descriptionHash (bytes32 which itself is the keccak256 hash of the description string). This proposal id can be produced from the proposal data which is part of the `ProposalCreated` event. It can even be computed in advance, before the proposal is submitted. Note that the chainId and the governor address are not part of the proposal id computation. Consequently, the same proposal (with same operation and same description) will have the same id if submitted on multiple governors across multiple networks. This also means that in order to execute the same operation twice (on the same governor) the proposer will have to change the description in order to avoid proposal id conflicts. */
export function hashProposal(
  connection: Connection,
  options: {
    targets: readonly string[];
    values: readonly (bigint | number)[];
    calldatas: readonly string[];
    descriptionHash: string;
  },
): Promise<bigint> {
  return read(connection, wctGovernor, "hashProposal(address[],uint256[],bytes[],bytes32)", [
    options.targets,
    options.values,
    options.calldatas,
    options.descriptionHash,
  ]);
}
