// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeIdentities } from "./contract.js";

/** @returns `keyAt` for each of `operators`. */
export function keysAt(
  connection: Connection,
  options: { operators: readonly string[]; epoch: bigint | number },
): Promise<string[]> {
  return read(connection, nodeIdentities, "keysAt(address[],uint256)", [options.operators, options.epoch]);
}
