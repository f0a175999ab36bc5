// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRewards } from "./contract.js";
import type * as types from "./types.js";

/** @returns The slash of `operator` for `offence` in `epoch`. */
export function slashOf(
  connection: Connection,
  options: { operator: string; epoch: bigint | number; offence: types.Offence },
): Promise<types.Slash> {
  return read(connection, nodeRewards, "slashOf(address,uint256,uint8)", [
    options.operator,
    options.epoch,
    options.offence,
  ]);
}
