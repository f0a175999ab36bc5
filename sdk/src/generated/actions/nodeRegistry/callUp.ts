// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRegistry } from "./contract.js";

/**
 * Calls up a Standby node, which has 24 hours to confirm. Anyone may.
 *
 * Reverts with `WrongStatus`, `AlreadyCalledUp`, `StakeNotQualified`, `NoFreePlace`, `NoFreeSeat`, `NotCalledUp`, `CallUpExpired`, `NotStronger` or EnforcedPause.
 *
 * @param options.candidate - Whom to call up.
 * @param options.displaced - Zero while a place is free. Otherwise a called-up node of less stake weight, which is Standby again. For one whose call-up expired, `deactivateMissed` frees the place.
 */
export function callUp(connection: Connection, options: { candidate: string; displaced: string }): Call<void> {
  return prepare(connection, nodeRegistry, "callUp(address,address)", [options.candidate, options.displaced]);
}
