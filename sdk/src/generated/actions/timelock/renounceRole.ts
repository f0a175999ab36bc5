// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { timelock } from "./contract.js";

/** Revokes `role` from the calling account. Roles are often managed via `grantRole` and `revokeRole`: this function's purpose is to provide a mechanism for accounts to lose their privileges if they are compromised (such as when a trusted device is misplaced). Emits a `RoleRevoked` event if the calling account had `role` and this call successfully revoked it. Requirements: - the caller must be `callerConfirmation`. May emit a `RoleRevoked` event. */
export function renounceRole(
  connection: Connection,
  options: { role: string; callerConfirmation: string },
): Call<void> {
  return prepare(connection, timelock, "renounceRole(bytes32,address)", [options.role, options.callerConfirmation]);
}
