// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRewards } from "./contract.js";
import type * as types from "./types.js";

/** Proposes a slash of `slashBps` of the present position; of each operator, epoch and offence only one. Nothing happens if it was proposed before, or if there is nothing to take. For the oracle. */
export function proposeSlash(
  connection: Connection,
  options: { operator: string; epoch: bigint | number; offence: types.Offence; slashBps: bigint | number },
): Call<void> {
  return prepare(connection, nodeRewards, "proposeSlash(address,uint256,uint8,uint256)", [
    options.operator,
    options.epoch,
    options.offence,
    options.slashBps,
  ]);
}
