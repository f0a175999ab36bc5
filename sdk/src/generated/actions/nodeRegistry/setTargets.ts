// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRegistry } from "./contract.js";

/**
 * Sets how many seats are filled. Nobody loses a seat by it. For the administrator.
 *
 * Reverts with `InvalidTargets`.
 */
export function setTargets(
  connection: Connection,
  options: { active: bigint | number; reserved: bigint | number },
): Call<void> {
  return prepare(connection, nodeRegistry, "setTargets(uint256,uint256)", [options.active, options.reserved]);
}
