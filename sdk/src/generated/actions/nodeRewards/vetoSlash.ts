// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRewards } from "./contract.js";
import type * as types from "./types.js";

/**
 * Gives back what is held for a slash that is not due. For the guardian.
 *
 * Reverts with `SlashNotPending` or `VetoTooLate`.
 */
export function vetoSlash(
  connection: Connection,
  options: { operator: string; epoch: bigint | number; offence: types.Offence },
): Call<void> {
  return prepare(connection, nodeRewards, "vetoSlash(address,uint256,uint8)", [
    options.operator,
    options.epoch,
    options.offence,
  ]);
}
