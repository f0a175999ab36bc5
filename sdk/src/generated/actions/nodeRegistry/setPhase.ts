// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRegistry } from "./contract.js";
import type * as types from "./types.js";

/**
 * Sets the phase from the next epoch on. For the administrator.
 *
 * Reverts with `PhaseUnchanged`.
 */
export function setPhase(connection: Connection, options: { phase: types.Phase }): Call<void> {
  return prepare(connection, nodeRegistry, "setPhase(uint8)", [options.phase]);
}
