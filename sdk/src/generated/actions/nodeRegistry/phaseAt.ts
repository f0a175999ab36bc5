// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRegistry } from "./contract.js";
import type * as types from "./types.js";

/** @returns The phase in force in `epoch`. */
export function phaseAt(connection: Connection, options: { epoch: bigint | number }): Promise<types.Phase> {
  return read(connection, nodeRegistry, "phaseAt(uint256)", [options.epoch]);
}
