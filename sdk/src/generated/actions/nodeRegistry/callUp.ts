// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRegistry } from "./contract.js";

/**
 * Calls up a Standby node, which has 24 hours to confirm, or displaces a called-up one. Anyone may.
 *
 * Reverts with `WrongStatus`, `AlreadyCalledUp`, `StakeNotQualified`, `NoFreePlace`, `NoFreeSeat`, `NotCalledUp`, `TooLateToDisplace`, `NotStronger` or EnforcedPause.
 *
 * @param options.candidate - Whom to call up.
 * @param options.displaced - Zero while a place is free. Otherwise a node of less stake weight that was called up for its place less than an hour ago, or displaced another there; it is Standby again, and its deadline is the candidate's. For one whose call-up expired, `deactivateMissed` frees the place.
 */
export function callUp(connection: Connection, options: { candidate: string; displaced: string }): Call<void> {
  return prepare(connection, nodeRegistry, "callUp(address,address)", [options.candidate, options.displaced]);
}
