// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRegistry } from "./contract.js";

/** @returns Whether the position of `operator` is what a node needs. */
export function isQualified(connection: Connection, options: { operator: string }): Promise<boolean> {
  return read(connection, nodeRegistry, "isQualified(address)", [options.operator]);
}
