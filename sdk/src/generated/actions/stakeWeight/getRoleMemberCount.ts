// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";

/** Returns the number of accounts that have `role`. Can be used together with `getRoleMember` to enumerate all bearers of a role. */
export function getRoleMemberCount(connection: Connection, options: { role: string }): Promise<bigint> {
  return read(connection, stakeWeight, "getRoleMemberCount(bytes32)", [options.role]);
}
