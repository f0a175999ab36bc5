// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeIdentities } from "./contract.js";

/** @returns The address that signs for the node of `operator` in `epoch`; zero if none. */
export function keyAt(connection: Connection, options: { operator: string; epoch: bigint | number }): Promise<string> {
  return read(connection, nodeIdentities, "keyAt(address,uint256)", [options.operator, options.epoch]);
}
