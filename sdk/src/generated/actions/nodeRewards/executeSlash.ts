// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRewards } from "./contract.js";
import type * as types from "./types.js";

/**
 * Executes a slash that is due. Anyone may.
 *
 * Reverts with `SlashNotPending`, `SlashNotDue`, or while the RewardDistributor is paused.
 */
export function executeSlash(
  connection: Connection,
  options: { operator: string; epoch: bigint | number; offence: types.Offence },
): Call<void> {
  return prepare(connection, nodeRewards, "executeSlash(address,uint256,uint8)", [
    options.operator,
    options.epoch,
    options.offence,
  ]);
}
