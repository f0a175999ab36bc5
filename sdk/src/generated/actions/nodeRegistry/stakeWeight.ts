// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRegistry } from "./contract.js";

/** @returns StakeWeight, whose positions qualify nodes and rank them. */
export function stakeWeight(connection: Connection): Promise<string> {
  return read(connection, nodeRegistry, "stakeWeight()", []);
}
