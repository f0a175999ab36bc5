// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRegistry } from "./contract.js";
import type * as types from "./types.js";

/** @returns The node's status now: a confinement that is over reads as Reserved. */
export function statusOf(connection: Connection, options: { operator: string }): Promise<types.Status> {
  return read(connection, nodeRegistry, "statusOf(address)", [options.operator]);
}
