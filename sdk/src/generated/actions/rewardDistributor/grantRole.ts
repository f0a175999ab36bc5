// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { rewardDistributor } from "./contract.js";

/** Grants `role` to `account`. If `account` had not been already granted `role`, emits a `RoleGranted` event. Requirements: - the caller must have ``role``'s admin role. May emit a `RoleGranted` event. */
export function grantRole(connection: Connection, options: { role: string; account: string }): Call<void> {
  return prepare(connection, rewardDistributor, "grantRole(bytes32,address)", [options.role, options.account]);
}
