// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRegistry } from "./contract.js";

/** @returns Whether `operator` is on the allowlist of Phase 1. */
export function isAllowed(connection: Connection, options: { operator: string }): Promise<boolean> {
  return read(connection, nodeRegistry, "isAllowed(address)", [options.operator]);
}
