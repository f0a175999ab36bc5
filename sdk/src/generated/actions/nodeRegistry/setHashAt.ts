// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRegistry } from "./contract.js";

/**
 * Reverts with `UnknownEpoch`.
 *
 * @returns The hash of the set that was seated at the opening of `epoch`: the running one or the one before.
 */
export function setHashAt(connection: Connection, options: { epoch: bigint | number }): Promise<string> {
  return read(connection, nodeRegistry, "setHashAt(uint256)", [options.epoch]);
}
