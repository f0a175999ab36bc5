// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { timelock } from "./contract.js";

/** Revokes `role` from `account`. If `account` had been granted `role`, emits a `RoleRevoked` event. Requirements: - the caller must have ``role``'s admin role. May emit a `RoleRevoked` event. */
export function revokeRole(connection: Connection, options: { role: string; account: string }): Call<void> {
  return prepare(connection, timelock, "revokeRole(bytes32,address)", [options.role, options.account]);
}
