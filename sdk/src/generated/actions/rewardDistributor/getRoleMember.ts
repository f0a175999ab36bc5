// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { rewardDistributor } from "./contract.js";

/** Returns one of the accounts that have `role`. `index` must be a value between 0 and `getRoleMemberCount`, non-inclusive. Role bearers are not sorted in any particular way, and their ordering may change at any point. WARNING: When using `getRoleMember` and `getRoleMemberCount`, make sure you perform all queries on the same block. See the following https://forum.openzeppelin.com/t/iterating-over-elements-on-enumerableset-in-openzeppelin-contracts/2296[forum post] for more information. */
export function getRoleMember(
  connection: Connection,
  options: { role: string; index: bigint | number },
): Promise<string> {
  return read(connection, rewardDistributor, "getRoleMember(bytes32,uint256)", [options.role, options.index]);
}
